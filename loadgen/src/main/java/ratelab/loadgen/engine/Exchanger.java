package ratelab.loadgen.engine;

import ratelab.loadgen.record.Attempt;

/** Carries one request at a time for one worker, on a connection of the worker's own. */
public interface Exchanger extends AutoCloseable {
  /** Gets ready for an exchange that is due now, before its time starts to count. */
  void prepare();

  /**
   * Sends the request of an attempt that has begun, reads the whole answer and ends the attempt, in
   * one outcome or another. Only the worker's thread calls this. A timed-out exchange closes its
   * connection, so that the server can notice.
   */
  void exchange(Attempt attempt);

  /** Gives up the exchange under way and every later one; any thread may call this. */
  void abandon();

  /** Closes the connection. */
  @Override
  void close();
}
