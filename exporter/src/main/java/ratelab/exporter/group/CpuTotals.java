package ratelab.exporter.group;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * CPU that a group has used while it was watched, in the kernel's own integers: rounding happens
 * once, at the final division.
 *
 * @param nanos user and system together; absent where no member's CPU clock could ever be read
 */
public record CpuTotals(long userTicks, long systemTicks, int ticksPerSecond, OptionalLong nanos) {
  private static final double NANOS_PER_SECOND = 1e9;

  public double userSeconds() {
    return (double) userTicks / ticksPerSecond;
  }

  public double systemSeconds() {
    return (double) systemTicks / ticksPerSecond;
  }

  /** User and system seconds from the precise clock; empty where it could not be read. */
  public OptionalDouble runtimeSeconds() {
    return nanos.isPresent()
        ? OptionalDouble.of(nanos.getAsLong() / NANOS_PER_SECOND)
        : OptionalDouble.empty();
  }
}
