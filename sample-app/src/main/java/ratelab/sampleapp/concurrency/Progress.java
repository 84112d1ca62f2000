package ratelab.sampleapp.concurrency;

/** Learns how one request gets on: it began, and then it ended or failed. */
public interface Progress {

  /** The request waits no more: its work begins now. */
  void began();

  /**
   * The work is done; the answer is sent after this call returns.
   *
   * @throws java.io.UncheckedIOException if that cannot be written down; then it counts as failed
   */
  void ended();

  /** The work could not be done, or the application is closing. */
  void failed();
}
