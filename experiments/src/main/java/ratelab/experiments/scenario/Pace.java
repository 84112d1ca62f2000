package ratelab.experiments.scenario;

import java.time.Duration;

/** When a load sends its next request. */
public sealed interface Pace {
  /** As soon as a worker's last one is over: a closed load, as hey's. */
  record Closed() implements Pace {}

  /**
   * At fixed times, whether or not earlier ones are over: an open load. Workers are only the most
   * that are under way at the same time.
   *
   * @param perSecond requests a second in all
   */
  record Open(double perSecond) implements Pace {}

  /**
   * One after the other, as somebody does who reloads a page by hand.
   *
   * @param requests how many
   * @param every time from one to the next
   */
  record ByHand(int requests, Duration every) implements Pace {}
}
