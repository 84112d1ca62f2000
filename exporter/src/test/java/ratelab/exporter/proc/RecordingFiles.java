package ratelab.exporter.proc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import ratelab.exporter.proc.files.FileBytes;
import ratelab.exporter.proc.files.NioProcFiles;
import ratelab.exporter.proc.files.NumberedEntries;
import ratelab.exporter.proc.files.ProcFiles;
import ratelab.exporter.proc.files.TaskDirectory;
import ratelab.exporter.proc.libc.Errno;

/**
 * Files of a tree, kept open as the native reader keeps them. Writes down what is opened and read,
 * and refuses what it is told to.
 */
final class RecordingFiles implements ProcFiles {
  private record Kept(TaskDirectory task, String file) {}

  private final ProcFiles files;
  private final boolean keeps;
  private final List<String> log = new ArrayList<>();
  private final Map<Integer, Kept> kept = new HashMap<>();
  private final Set<String> denied = new HashSet<>();
  private int nextDescriptor = 3;

  RecordingFiles(Path root, boolean keeps) {
    this.files = new NioProcFiles(root, new AtomicLong());
    this.keeps = keeps;
  }

  Procfs procfs(boolean readThreads, CpuClock clock, Path root) throws IOException {
    Backend backend =
        new Backend(root, this, () -> this, clock, DescriptorLimits.NO_CALL, new AtomicLong());
    return new Procfs(backend, readThreads, KernelUnits.USUAL);
  }

  /** What was done since the last call, such as {@code read 10/stat} or {@code kept 10/statm}. */
  List<String> done() {
    List<String> done = List.copyOf(log);
    log.clear();
    return done;
  }

  /** Paths that are open now. */
  List<String> open() {
    return kept.values().stream().map(one -> one.task.path(one.file)).sorted().toList();
  }

  void deny(String path) {
    denied.add(path);
  }

  @Override
  public FileBytes bytes() {
    return files.bytes();
  }

  @Override
  public int read(String path) {
    return files.read(path);
  }

  @Override
  public int read(TaskDirectory task, String file) {
    log.add("read " + task.path(file));
    return denied.contains(task.path(file)) ? -Errno.ACCESS_DENIED : files.read(task, file);
  }

  @Override
  public int listProcesses(NumberedEntries into) {
    return files.listProcesses(into);
  }

  @Override
  public int list(TaskDirectory task, String directory, NumberedEntries into) {
    log.add("list " + task.path(directory));
    return files.list(task, directory, into);
  }

  @Override
  public int countDescriptors(TaskDirectory process) {
    log.add("count " + process.path("fd"));
    return denied.contains(process.path("fd"))
        ? -Errno.ACCESS_DENIED
        : files.countDescriptors(process);
  }

  @Override
  public int keep(TaskDirectory task, String file) {
    if (!keeps) return NOT_KEPT;
    log.add("open " + task.path(file));
    if (denied.contains(task.path(file))) return -Errno.ACCESS_DENIED;
    kept.put(nextDescriptor, new Kept(task, file));
    return nextDescriptor++;
  }

  @Override
  public int readKept(int descriptor) {
    Kept one = owned(descriptor);
    log.add("kept " + one.task.path(one.file));
    int length = files.read(one.task, one.file);
    return length == -Errno.NO_FILE ? -Errno.NO_PROCESS : length;
  }

  @Override
  public int listKept(int descriptor, NumberedEntries into) {
    Kept one = owned(descriptor);
    log.add("kept " + one.task.path(one.file));
    return files.list(one.task, one.file, into);
  }

  @Override
  public void release(int descriptor) {
    owned(descriptor);
    kept.remove(descriptor);
  }

  private Kept owned(int descriptor) {
    Kept one = kept.get(descriptor);
    if (one == null) throw new AssertionError("descriptor " + descriptor + " is not open");
    return one;
  }

  @Override
  public void close() {}
}
