package ratelab.exporter.group;

import java.util.Optional;
import java.util.OptionalLong;
import ratelab.exporter.proc.IoBytes;
import ratelab.exporter.proc.Outcome;
import ratelab.exporter.proc.Reading;
import ratelab.exporter.proc.Stat;
import ratelab.exporter.proc.ThreadReading;

/**
 * The counters of one process or thread since its birth.
 *
 * @param cpuNanos absent while the CPU clock could not be read
 * @param io absent while it could not be read
 */
record Usage(
    long userTicks,
    long systemTicks,
    long majorFaults,
    long minorFaults,
    OptionalLong cpuNanos,
    Optional<IoBytes> io) {
  /** Before its birth a process has used nothing, on any clock. */
  static final Usage NOTHING =
      new Usage(0, 0, 0, 0, OptionalLong.of(0), Optional.of(new IoBytes(0, 0)));

  static Usage of(Reading reading) {
    return of(reading.stat(), reading.cpuNanos(), reading.io());
  }

  static Usage of(ThreadReading thread) {
    return of(thread.stat(), thread.cpuNanos(), thread.io());
  }

  private static Usage of(Stat stat, OptionalLong cpuNanos, Outcome<IoBytes> io) {
    return new Usage(
        stat.userTicks(),
        stat.systemTicks(),
        stat.majorFaults(),
        stat.minorFaults(),
        cpuNanos,
        io instanceof Outcome.Found<IoBytes>(IoBytes bytes)
            ? Optional.of(bytes)
            : Optional.empty());
  }

  /** Keeps what is known of each counter: a value not read now, or one that fell, is not news. */
  Usage advancedTo(Usage later) {
    return new Usage(
        Math.max(userTicks, later.userTicks),
        Math.max(systemTicks, later.systemTicks),
        Math.max(majorFaults, later.majorFaults),
        Math.max(minorFaults, later.minorFaults),
        later.cpuNanos.isEmpty()
            ? cpuNanos
            : OptionalLong.of(Math.max(cpuNanos.orElse(0), later.cpuNanos.getAsLong())),
        later.io.map(bytes -> larger(io.orElse(bytes), bytes)).or(() -> io));
  }

  private static IoBytes larger(IoBytes a, IoBytes b) {
    return new IoBytes(Math.max(a.read(), b.read()), Math.max(a.written(), b.written()));
  }

  /** The same, but for the precise clock, which stood at 0. */
  Usage withoutNanos() {
    return new Usage(userTicks, systemTicks, majorFaults, minorFaults, OptionalLong.of(0), io);
  }
}
