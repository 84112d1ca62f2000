package ratelab.experiments.recording;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One request that the target worked on, from the target's own handler log.
 *
 * @param id the request's {@code X-Ratelab-Id}; empty if it had none
 * @param remotePort the client's port, where known
 * @param startMillis when its work began, milliseconds since the epoch
 * @param endMillis when its work ended, milliseconds since the epoch
 * @param cpuNanos the target process's own CPU time at the end, where known
 * @param childCpuNanos what the processes that it started for this request used, by their own
 *     reading, where it started any
 */
public record HandledRequest(
    String id,
    OptionalInt remotePort,
    double startMillis,
    double endMillis,
    OptionalLong cpuNanos,
    OptionalLong childCpuNanos) {
  /** A request that the target worked on by itself. */
  public HandledRequest(
      String id,
      OptionalInt remotePort,
      double startMillis,
      double endMillis,
      OptionalLong cpuNanos) {
    this(id, remotePort, startMillis, endMillis, cpuNanos, OptionalLong.empty());
  }
}
