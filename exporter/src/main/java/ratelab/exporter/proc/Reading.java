package ratelab.exporter.proc;

import java.util.List;
import java.util.OptionalLong;

/**
 * One process at one instant, all of it certainly the same process. The parts may have failed or
 * been denied although stat was readable.
 *
 * @param cpuNanos CPU time of all threads, those that ended included; absent where unreadable
 * @param openDescriptors how many file descriptors are open
 * @param descriptorLimit its soft limit of open descriptors; {@link Long#MAX_VALUE} for none
 * @param waitChannel of the main thread; "" if it runs, or if the kernel does not say
 * @param threads all threads, the main one included; empty for a process with a single thread, and
 *     where threads are not read
 */
public record Reading(
    Stat stat,
    OptionalLong cpuNanos,
    Outcome<Status> status,
    Outcome<IoBytes> io,
    Outcome<Long> openDescriptors,
    Outcome<Long> descriptorLimit,
    Outcome<String> waitChannel,
    Outcome<List<ThreadReading>> threads) {

  /**
   * Whether another look is useless while the process uses no CPU: nothing was about to run, and
   * nothing failed that may succeed the next time.
   */
  boolean isSettled() {
    return !stat.isRunning()
        && !(status instanceof Outcome.Failed)
        && !(io instanceof Outcome.Failed)
        && !(openDescriptors instanceof Outcome.Failed)
        && !(descriptorLimit instanceof Outcome.Failed)
        && !(waitChannel instanceof Outcome.Failed)
        && threadsAreSettled();
  }

  private boolean threadsAreSettled() {
    return switch (threads) {
      case Outcome.Found<List<ThreadReading>>(List<ThreadReading> found) ->
          found.stream().allMatch(ThreadReading::isSettled);
      case Outcome.Failed<List<ThreadReading>> _ -> false;
      case Outcome.Gone<List<ThreadReading>> _ -> true;
      case Outcome.Denied<List<ThreadReading>> _ -> true;
    };
  }
}
