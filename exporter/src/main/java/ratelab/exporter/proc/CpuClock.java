package ratelab.exporter.proc;

import java.util.OptionalLong;

/** The CPU time of another process, in nanoseconds where stat counts ticks of 10 ms. */
@FunctionalInterface
public interface CpuClock {
  /**
   * Goes by pid alone, so it can meet a pid that was reused: confirm the identity afterwards.
   *
   * @return CPU nanoseconds of all threads, those that ended included; empty if unreadable
   */
  OptionalLong nanos(int pid);

  /** No clock, and why: for a message to the user. */
  record Missing(String reason) implements CpuClock {
    @Override
    public OptionalLong nanos(int pid) {
      return OptionalLong.empty();
    }
  }
}
