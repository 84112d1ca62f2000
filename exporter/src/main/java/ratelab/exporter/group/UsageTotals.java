package ratelab.exporter.group;

import java.util.OptionalLong;

/** Sums of what processes or threads used, past ones included: they never fall. */
final class UsageTotals {
  private long userTicks;
  private long systemTicks;
  private long majorFaults;
  private long minorFaults;
  private long cpuNanos;
  private long readBytes;
  private long writtenBytes;

  /** Adds what one of them used between two readings. */
  void add(Usage before, Usage after) {
    userTicks += after.userTicks() - before.userTicks();
    systemTicks += after.systemTicks() - before.systemTicks();
    majorFaults += after.majorFaults() - before.majorFaults();
    minorFaults += after.minorFaults() - before.minorFaults();
    if (before.cpuNanos().isPresent() && after.cpuNanos().isPresent()) {
      cpuNanos += after.cpuNanos().getAsLong() - before.cpuNanos().getAsLong();
    }
    if (before.io().isPresent() && after.io().isPresent()) {
      readBytes += after.io().get().read() - before.io().get().read();
      writtenBytes += after.io().get().written() - before.io().get().written();
    }
  }

  /** CPU time; without {@code clockIsKnown} no nanoseconds, as 0 would claim idleness. */
  CpuTotals cpu(int ticksPerSecond, boolean clockIsKnown) {
    OptionalLong nanos = clockIsKnown ? OptionalLong.of(cpuNanos) : OptionalLong.empty();
    return new CpuTotals(userTicks, systemTicks, ticksPerSecond, nanos);
  }

  FaultTotals faults() {
    return new FaultTotals(majorFaults, minorFaults);
  }

  IoTotals io() {
    return new IoTotals(readBytes, writtenBytes);
  }
}
