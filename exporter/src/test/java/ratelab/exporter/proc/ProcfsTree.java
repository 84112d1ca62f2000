package ratelab.exporter.proc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A procfs made of plain files, whose processes live and die as a test wants. */
public final class ProcfsTree {
  public static final long BOOT_EPOCH_SECONDS = 1_700_000_000;

  private final Path root;
  private final Map<Integer, Long> nanos = new ConcurrentHashMap<>();

  public ProcfsTree(Path root) {
    this.root = root;
    write("stat", "btime " + BOOT_EPOCH_SECONDS + "\n");
    uptimeTicks(1000);
  }

  /** With threads. */
  public Procfs open() throws IOException {
    return Procfs.open(root, true, this::nanos, KernelUnits.USUAL);
  }

  public Procfs openWithoutThreads() throws IOException {
    return Procfs.open(root, false, this::nanos, KernelUnits.USUAL);
  }

  OptionalLong nanos(int pid) {
    Long value = nanos.get(pid);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  public void uptimeTicks(long ticks) {
    write("uptime", "%d.%02d 0.00\n".formatted(ticks / 100, ticks % 100));
  }

  /** Adds a process or changes it. */
  public void put(FakeProcess process) {
    int pid = process.pid();
    delete(pid + "/task");
    delete(pid + "/fd");
    process.files().forEach((name, text) -> write(pid + "/" + name, text));
    for (FakeTask task : process.tasks()) {
      task.files(process.tasks().size())
          .forEach((name, text) -> write(pid + "/task/" + task.tid() + "/" + name, text));
    }
    for (int i = 0; i < process.openDescriptors(); i++) write(pid + "/fd/" + i, "");
    process.cpuNanos().ifPresentOrElse(value -> nanos.put(pid, value), () -> nanos.remove(pid));
  }

  /** What is left is a file that holds only part of what it should. */
  public void cut(int pid, String file) {
    write(pid + "/" + file, pid + " (");
  }

  public void remove(int pid, String file) {
    delete(pid + "/" + file);
  }

  public void end(int pid) {
    nanos.remove(pid);
    delete(Integer.toString(pid));
  }

  /** Until {@link #show}, nothing can be listed. */
  public void hide() {
    move(root, hidden());
  }

  public void show() {
    move(hidden(), root);
  }

  private Path hidden() {
    return root.resolveSibling(root.getFileName() + "-hidden");
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete(String path) {
    Path top = root.resolve(path);
    if (Files.notExists(top)) return;
    try (Stream<Path> all = Files.walk(top)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String path, String text) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
