package ratelab.exporter.group;

import java.util.OptionalLong;

/** Sums of what members used, their past included: they never fall. */
final class GroupTotals {
  private long userTicks;
  private long systemTicks;
  private long cpuNanos;
  private boolean clockRead;

  /** Adds what one member used between two readings. */
  void add(Usage before, Usage after) {
    userTicks += after.userTicks() - before.userTicks();
    systemTicks += after.systemTicks() - before.systemTicks();
    if (before.cpuNanos().isEmpty() || after.cpuNanos().isEmpty()) return;
    cpuNanos += after.cpuNanos().getAsLong() - before.cpuNanos().getAsLong();
  }

  /** Without this, no nanoseconds are reported: 0 would claim that the group was idle. */
  void clockWasRead() {
    clockRead = true;
  }

  CpuTotals cpu(int ticksPerSecond) {
    OptionalLong nanos = clockRead ? OptionalLong.of(cpuNanos) : OptionalLong.empty();
    return new CpuTotals(userTicks, systemTicks, ticksPerSecond, nanos);
  }
}
