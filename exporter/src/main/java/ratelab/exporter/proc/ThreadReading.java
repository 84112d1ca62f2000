package ratelab.exporter.proc;

import java.util.OptionalLong;

/**
 * One thread at one instant.
 *
 * @param stat of the thread: its id is the thread's id and start, its comm the thread's name
 * @param waitChannel the kernel function it sleeps in; "" if it runs, or if the kernel does not say
 * @param cpuNanos its CPU time in nanoseconds, from schedstat; absent where the kernel keeps none
 */
public record ThreadReading(
    Stat stat,
    Outcome<Status> status,
    Outcome<IoBytes> io,
    Outcome<String> waitChannel,
    OptionalLong cpuNanos) {

  /** Whether another look is useless while the thread uses no CPU. */
  boolean isSettled() {
    return !stat.isRunning()
        && !(status instanceof Outcome.Failed)
        && !(io instanceof Outcome.Failed)
        && !(waitChannel instanceof Outcome.Failed);
  }
}
