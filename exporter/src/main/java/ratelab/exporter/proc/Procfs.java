package ratelab.exporter.proc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import ratelab.exporter.proc.files.FileBytes;
import ratelab.exporter.proc.files.NumberedEntries;
import ratelab.exporter.proc.files.ProcFiles;
import ratelab.exporter.proc.files.TaskDirectory;
import ratelab.exporter.proc.libc.Errno;

/** A mounted procfs, or a directory that looks like one. One thread at a time. */
public final class Procfs implements AutoCloseable {
  private final Backend backend;
  private final ProcFiles files;
  private final Sources sources;
  private final KernelUnits units;
  private final long bootEpochSeconds;

  Procfs(Backend backend, boolean readThreads, KernelUnits units) throws IOException {
    this.backend = backend;
    this.files = backend.files();
    this.sources =
        new Sources(
            files,
            backend.clock(),
            new DescriptorLimits(files, backend.softLimitByPid()),
            new NumberedEntries(),
            readThreads);
    this.units = units;
    this.bootEpochSeconds = SystemFiles.bootEpochSeconds(files);
  }

  /**
   * Opens with the best reader there is: native where allowed, else java.nio; the CPU clock only
   * where pids mean the same to this process as to the procfs.
   *
   * @param readThreads whether readings have threads; if not, nothing of threads is ever opened
   * @throws IOException if the directory is no procfs; the message says what is missing
   */
  public static Procfs open(Path root, boolean readThreads) throws IOException {
    return new Procfs(Backend.best(root), readThreads, KernelUnits.ofThisSystem());
  }

  /** Opens with the plain reader and the clock given. */
  public static Procfs open(Path root, boolean readThreads, CpuClock clock, KernelUnits units)
      throws IOException {
    return new Procfs(Backend.plain(root, clock), readThreads, units);
  }

  /** All processes that can be seen. */
  public Listing list() throws IOException {
    NumberedEntries entries = sources.entries();
    int count = files.listProcesses(entries);
    if (count < 0) {
      throw new IOException("cannot list " + backend.root() + ": " + Errno.describe(-count));
    }
    return new Listing(entries.numbers(), entries.inodes());
  }

  public Outcome<Stat> stat(int pid) {
    TaskDirectory process = TaskDirectory.ofProcess(pid);
    return read(process, "stat").then(file -> StatParser.parse(process, file, ""));
  }

  public Outcome<Status> status(int pid) {
    TaskDirectory process = TaskDirectory.ofProcess(pid);
    return read(process, "status").then(file -> StatusParser.parse(process, file));
  }

  public Outcome<CommandLine> commandLine(int pid) {
    return parsed(pid, "cmdline", CommandLineParser::parse);
  }

  /** The paths of its control groups, one of each hierarchy, in the kernel's order. */
  public Outcome<List<String>> cgroups(int pid) {
    return parsed(pid, "cgroup", CgroupParser::parse);
  }

  private <T> Outcome<T> parsed(int pid, String file, Function<FileBytes, T> parser) {
    return read(TaskDirectory.ofProcess(pid), file)
        .then(bytes -> new Outcome.Found<>(parser.apply(bytes)));
  }

  private Outcome<FileBytes> read(TaskDirectory process, String file) {
    int length = files.read(process, file);
    return length < 0 ? Unread.because(length, process, file) : new Outcome.Found<>(files.bytes());
  }

  /** CPU time of a process by its precise clock, which goes by pid alone; empty if unreadable. */
  public OptionalLong cpuNanos(int pid) {
    return backend.clock().nanos(pid);
  }

  /** How many bytes of virtual memory it may use; {@link Long#MAX_VALUE} for no limit. */
  public Outcome<Long> addressSpaceLimit(int pid) {
    TaskDirectory process = TaskDirectory.ofProcess(pid);
    return read(process, "limits").then(file -> LimitsParser.addressSpace(process, file));
  }

  /** Follows a process from now on. Opens nothing yet; whoever asks for it closes it. */
  public KeptProcess keep(ProcessId id) {
    return new KeptProcess(id, sources);
  }

  /** A reader for another thread; whoever asks for it closes it. */
  public ProportionalReader proportional() throws IOException {
    return new ProportionalReader(backend.root(), backend.moreFiles());
  }

  /** Files and listings read until now, those of other readers included. */
  public long filesRead() {
    return backend.reads().get();
  }

  /** Time since boot, on the clock and in the unit of {@link ProcessId#startTicks}. */
  public long ticksSinceBoot() throws IOException {
    return SystemFiles.uptimeTicks(files, units.ticksPerSecond());
  }

  /** When the system was started, in seconds since the epoch; stays as it was when opened. */
  public long bootEpochSeconds() {
    return bootEpochSeconds;
  }

  public KernelUnits units() {
    return units;
  }

  /** Why {@link Reading#cpuNanos} is always absent here; empty if it is not. */
  public Optional<String> whyNoCpuClock() {
    return backend.clock() instanceof CpuClock.Missing missing
        ? Optional.of(missing.reason())
        : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
