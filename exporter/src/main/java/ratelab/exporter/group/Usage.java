package ratelab.exporter.group;

import java.util.OptionalLong;
import ratelab.exporter.proc.Reading;
import ratelab.exporter.proc.Stat;

/**
 * The counters of one process, since its birth.
 *
 * @param cpuNanos absent while the CPU clock could not be read
 */
record Usage(long userTicks, long systemTicks, OptionalLong cpuNanos) {
  /** Before its birth a process has used nothing, on any clock. */
  static final Usage NOTHING = new Usage(0, 0, OptionalLong.of(0));

  static Usage of(Reading reading) {
    Stat stat = reading.stat();
    return new Usage(stat.userTicks(), stat.systemTicks(), reading.cpuNanos());
  }

  /** Keeps what is known of each counter: a value not read now, or one that fell, is not news. */
  Usage advancedTo(Usage later) {
    return new Usage(
        Math.max(userTicks, later.userTicks),
        Math.max(systemTicks, later.systemTicks),
        later.cpuNanos.isEmpty()
            ? cpuNanos
            : OptionalLong.of(Math.max(cpuNanos.orElse(0), later.cpuNanos.getAsLong())));
  }
}
