package ratelab.exporter.proc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** A mounted procfs, or a directory that looks like one. One thread at a time. */
public final class Procfs implements AutoCloseable {
  private final Path root;
  private final ProcFiles files;
  private final CpuClock clock;
  private final KernelUnits units;
  private final long bootEpochSeconds;

  private Procfs(Path root, ProcFiles files, CpuClock clock, KernelUnits units) throws IOException {
    this.root = root;
    this.files = files;
    this.clock = clock;
    this.units = units;
    this.bootEpochSeconds = SystemFiles.bootEpochSeconds(files);
  }

  /**
   * Opens with the best reader there is: native where allowed, else java.nio; the CPU clock only
   * where pids mean the same to this process as to the procfs.
   *
   * @throws IOException if the directory is no procfs; the message says what is missing
   */
  public static Procfs open(Path root) throws IOException {
    KernelUnits units = KernelUnits.ofThisSystem();
    if (!NativeAccess.isPermitted()) {
      return open(
          root,
          new CpuClock.Missing(
              "native access is off; on 64-bit Linux start with"
                  + " --enable-native-access=ALL-UNNAMED"),
          units);
    }
    Libc libc = new Libc();
    ProcFiles files = new NativeProcFiles(libc, root);
    CpuClock clock =
        SystemFiles.isOfThisNamespace(files)
            ? new NativeCpuClock(libc)
            : new CpuClock.Missing(root + " shows the processes of another pid namespace");
    return new Procfs(root, files, clock, units);
  }

  /** Opens with the plain reader and the clock given. */
  public static Procfs open(Path root, CpuClock clock, KernelUnits units) throws IOException {
    return new Procfs(root, new NioProcFiles(root), clock, units);
  }

  /** The pids of all processes that can be seen, ascending. */
  public int[] pids() throws IOException {
    String[] names = root.toFile().list();
    if (names == null)
      throw new IOException("cannot list " + root + ": it is gone, or may not be read");
    return Arrays.stream(names)
        .filter(name -> name.chars().allMatch(c -> c >= '0' && c <= '9'))
        .mapToInt(Integer::parseInt)
        .sorted()
        .toArray();
  }

  public Outcome<Stat> stat(int pid) {
    return files.read(pid + "/stat").then(file -> StatParser.parse(pid, file));
  }

  public Outcome<Status> status(int pid) {
    return files.read(pid + "/status").then(file -> StatusParser.parse(pid, file));
  }

  public Outcome<CommandLine> commandLine(int pid) {
    return files
        .read(pid + "/cmdline")
        .then(file -> new Outcome.Found<>(CommandLineParser.parse(file)));
  }

  /**
   * Reads all that is measured of one process; {@code Gone} also if its pid has been reused. stat
   * comes last: its start time proves that whatever went by pid before it met the same process.
   */
  public Outcome<Reading> measure(ProcessId id) {
    OptionalLong cpuNanos = clock.nanos(id.pid());
    Outcome<Status> status = status(id.pid());
    return stat(id.pid())
        .then(
            stat ->
                stat.id().equals(id)
                    ? new Outcome.Found<>(new Reading(stat, status, cpuNanos))
                    : new Outcome.Gone<>());
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
    return clock instanceof CpuClock.Missing missing
        ? Optional.of(missing.reason())
        : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
