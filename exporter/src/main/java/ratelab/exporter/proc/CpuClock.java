package ratelab.exporter.proc;

import java.util.OptionalLong;

/** The CPU time of another process, in nanoseconds where stat counts ticks of 10 ms. */
@FunctionalInterface
public interface CpuClock {
  /** What {@link #nanosOrUnreadable} answers when there is nothing to read. */
  long UNREADABLE = -1;

  /**
   * Goes by pid alone, so it can meet a pid that was reused: confirm the identity afterwards.
   *
   * @return CPU nanoseconds of all threads, those that ended included; empty if unreadable
   */
  OptionalLong nanos(int pid);

  /** The same as a plain number, for where a thousand processes are asked at a time. */
  default long nanosOrUnreadable(int pid) {
    return nanos(pid).orElse(UNREADABLE);
  }

  /** No clock, and why: for a message to the user. */
  record Missing(String reason) implements CpuClock {
    @Override
    public OptionalLong nanos(int pid) {
      return OptionalLong.empty();
    }
  }
}
