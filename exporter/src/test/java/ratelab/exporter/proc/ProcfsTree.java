package ratelab.exporter.proc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  public Procfs open() throws IOException {
    return Procfs.open(root, this::nanos, KernelUnits.USUAL);
  }

  private OptionalLong nanos(int pid) {
    Long value = nanos.get(pid);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  public void uptimeTicks(long ticks) {
    write("uptime", "%d.%02d 0.00\n".formatted(ticks / 100, ticks % 100));
  }

  /** Adds a process or changes it. */
  public void put(FakeProcess process) {
    int pid = process.pid();
    write(pid + "/stat", process.stat());
    write(pid + "/status", process.status());
    write(pid + "/cmdline", process.commandLine());
    process.cpuNanos().ifPresentOrElse(value -> nanos.put(pid, value), () -> nanos.remove(pid));
  }

  /** What is left is a file that holds only part of what it should. */
  public void cut(int pid, String file) {
    write(pid + "/" + file, pid + " (");
  }

  public void end(int pid) {
    nanos.remove(pid);
    try (Stream<Path> files = Files.list(root.resolve(Integer.toString(pid)))) {
      for (Path file : files.toList()) Files.delete(file);
      Files.delete(root.resolve(Integer.toString(pid)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
