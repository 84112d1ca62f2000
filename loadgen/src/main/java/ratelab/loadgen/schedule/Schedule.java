package ratelab.loadgen.schedule;

import java.util.OptionalDouble;

/**
 * How many requests a run issues, by how many workers, and how fast.
 *
 * @param ratePerWorker the most requests a second that one worker may send; empty for no bound
 */
public record Schedule(int workers, Limit limit, OptionalDouble ratePerWorker) {
  /** The counter that all workers of one run share. */
  public Tickets tickets() {
    return new Tickets(limit);
  }

  /**
   * The turns of one worker.
   *
   * @param worker from 0 to {@code workers - 1}
   */
  public Turns turns(int worker) {
    return ratePerWorker.isPresent()
        ? new PacedTurns(Arrivals.even(ratePerWorker.getAsDouble() * workers), worker, workers)
        : new FreeTurns();
  }
}
