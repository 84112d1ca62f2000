import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the kernel takes for the same data, whatever the language: the system calls alone, without
 * parsing or text. It lists /proc and reads, of each process with a command line, the files that
 * the families need; the number of descriptors by stat(2), their limit by prlimit(2); of each
 * thread, where there is more than one, the same. Of a process without a command line, such as a
 * kernel thread, only {@code stat}. All processes are those of the moment it is made.
 */
final class Floor implements AutoCloseable {
  private final MemorySegment proc = Libc.path("/proc");
  private final List<MemorySegment> files = new ArrayList<>();
  private final List<MemorySegment> fdDirectories = new ArrayList<>();
  private final List<Integer> pids = new ArrayList<>();
  private int[] kept = {};
  private int[] keptDirectories = {};

  /** Which files of a process, and which of a thread. */
  record Needs(List<String> ofProcess, List<String> ofThread) {
    static Needs of(boolean smaps, boolean threads) {
      List<String> thread = new ArrayList<>(List.of("stat", "status", "wchan"));
      if (threads) thread.add("io");
      List<String> process = new ArrayList<>(List.of("stat", "status", "wchan", "io"));
      if (smaps) process.add("smaps_rollup");
      return new Needs(process, thread);
    }
  }

  Floor(Needs needs) throws IOException {
    for (Path process : numbered(Path.of("/proc"))) {
      try {
        add(process, needs);
      } catch (IOException e) {
        // It has ended meanwhile.
      }
    }
  }

  private void add(Path process, Needs needs) throws IOException {
    if (Files.readAllBytes(process.resolve("cmdline")).length == 0) {
      files.add(Libc.path(process + "/stat"));
      return;
    }
    for (String file : needs.ofProcess) files.add(Libc.path(process + "/" + file));
    fdDirectories.add(Libc.path(process + "/fd"));
    pids.add(Integer.valueOf(process.getFileName().toString()));
    List<Path> threads = numbered(process.resolve("task"));
    if (threads.size() < 2) return;
    for (Path thread : threads) {
      for (String file : needs.ofThread) files.add(Libc.path(thread + "/" + file));
    }
  }

  private static List<Path> numbered(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.filter(e -> Character.isDigit(e.getFileName().toString().charAt(0))).toList();
    }
  }

  /** Thread CPU nanoseconds of one pass that opens, reads and closes each file. */
  long openReadClose() {
    long start = Libc.threadCpuNanos();
    list();
    for (MemorySegment file : files) {
      int descriptor = Libc.open(file);
      if (descriptor < 0) continue;
      Libc.read(descriptor);
      Libc.close(descriptor);
    }
    for (MemorySegment directory : fdDirectories) Libc.stat(directory);
    for (int pid : pids) Libc.nofileLimit(pid);
    return Libc.threadCpuNanos() - start;
  }

  /** Opens everything once, for {@link #keptDescriptors}. */
  void keep() {
    kept = files.stream().mapToInt(Libc::open).filter(d -> d >= 0).toArray();
    keptDirectories = fdDirectories.stream().mapToInt(Libc::openPath).filter(d -> d >= 0).toArray();
    if (kept.length < files.size() / 2) {
      throw new IllegalStateException("too few descriptors allowed; see ulimit -n");
    }
  }

  /** Thread CPU nanoseconds of one pass that reads each file by a descriptor kept open. */
  long keptDescriptors() {
    long start = Libc.threadCpuNanos();
    list();
    for (int descriptor : kept) Libc.read(descriptor);
    for (int descriptor : keptDirectories) Libc.fstat(descriptor);
    for (int pid : pids) Libc.nofileLimit(pid);
    return Libc.threadCpuNanos() - start;
  }

  private void list() {
    int descriptor = Libc.open(proc);
    while (Libc.getdents(descriptor) > 0) {}
    Libc.close(descriptor);
  }

  @Override
  public void close() {
    Arrays.stream(kept).forEach(Libc::close);
    Arrays.stream(keptDirectories).forEach(Libc::close);
  }
}
