package ratelab.sampleapp.concurrency;

import java.util.OptionalLong;

/** Learns how one request gets on: its turn came, and then its work ended or failed. */
public interface Progress {

  /**
   * The request waits no more: its turn has come.
   *
   * @return whether its work is still wanted, and so begins now; if not, nothing more is to be told
   * @throws java.io.UncheckedIOException if a decision against it cannot be written down
   */
  boolean begins();

  /**
   * The work is done; the answer is sent after this call returns.
   *
   * @param childCpuNanos CPU time of its child processes, where there were some that told it
   * @throws java.io.UncheckedIOException if that cannot be written down; then it counts as failed
   */
  void ended(OptionalLong childCpuNanos);

  /** The work could not be done, or the application is closing. */
  void failed();
}
