package ratelab.sampleapp.log;

/** Where handled requests are written down. */
public interface HandlerLog extends AutoCloseable {

  /** A log that nobody asked for. */
  static HandlerLog none() {
    return entry -> {};
  }

  /**
   * Writes one entry; when this returns, other processes can read it.
   *
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  void append(HandlerEntry entry);

  @Override
  default void close() {}
}
