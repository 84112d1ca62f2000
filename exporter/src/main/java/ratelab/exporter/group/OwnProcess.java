package ratelab.exporter.group;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import ratelab.exporter.proc.KeptProcess;
import ratelab.exporter.proc.Outcome;
import ratelab.exporter.proc.Procfs;
import ratelab.exporter.proc.Reading;
import ratelab.exporter.proc.Stat;

/**
 * The exporter's own process. It has a reader of its own, as it is in {@code /proc} whatever procfs
 * it is told to read.
 */
public final class OwnProcess {
  private static final Path PROC = Path.of("/proc");

  private final Procfs procfs;
  private final KeptProcess process;
  private final GroupSummary summary;

  private OwnProcess(Procfs procfs, KeptProcess process) {
    this.procfs = procfs;
    this.process = process;
    this.summary = new GroupSummary(procfs.units(), procfs.bootEpochSeconds(), false);
  }

  /** Empty where there is no procfs in {@code /proc}. */
  public static Optional<OwnProcess> find() {
    try {
      Procfs procfs = Procfs.open(PROC, false);
      int pid = (int) ProcessHandle.current().pid();
      return procfs.stat(pid) instanceof Outcome.Found<Stat>(Stat stat)
          ? Optional.of(new OwnProcess(procfs, procfs.keep(stat.id())))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What it uses now; empty if that cannot be read. */
  public synchronized Optional<OwnUsage> usage() {
    if (!(process.measure() instanceof Outcome.Found<Reading>(Reading reading))) {
      return Optional.empty();
    }
    Stat stat = reading.stat();
    return Optional.of(
        new OwnUsage(
            reading.cpuNanos().orElse(summary.nanos(stat)),
            stat.residentPages() * summary.units().pageBytes(),
            stat.virtualBytes(),
            known(procfs.addressSpaceLimit(stat.id().pid())),
            known(reading.openDescriptors()),
            known(reading.descriptorLimit()),
            summary.startOf(stat.id()).toEpochMilli()));
  }

  private static OptionalLong known(Outcome<Long> outcome) {
    return outcome instanceof Outcome.Found<Long>(Long value)
        ? OptionalLong.of(value)
        : OptionalLong.empty();
  }
}
