package ratelab.loadgen.schedule;

/** The turns of all workers of one run. */
@FunctionalInterface
public interface TurnSource {
  /**
   * The turns of one worker; asked for once per worker.
   *
   * @param worker from 0
   */
  Turns turns(int worker);
}
