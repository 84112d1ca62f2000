package ratelab.experiments.forecast;

/**
 * A request on its way.
 *
 * @param id 1 for the first
 * @param worker its client
 * @param sentNanos when it was sent
 * @param connection what it was sent on
 */
record Request(long id, int worker, long sentNanos, Connection connection) {

  /** A keep-alive connection; a client that gives up abandons it. */
  static final class Connection {
    private boolean accepted;

    boolean accepted() {
      return accepted;
    }

    void accept() {
      accepted = true;
    }
  }
}
