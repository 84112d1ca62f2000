package ratelab.experiments.forecast;

import ratelab.experiments.scenario.Pace;

/** When the requests of an open load are due; there are none in a closed one. */
final class Arrivals {
  private final long count;
  private final double everyNanos;
  private long taken;

  private Arrivals(long count, double everyNanos) {
    this.count = count;
    this.everyNanos = everyNanos;
  }

  static Arrivals of(BacklogInput input) {
    return switch (input.pace()) {
      case Pace.Closed _ -> new Arrivals(0, 0);
      case Pace.Open open ->
          new Arrivals(
              (long) Math.ceil(input.loadNanos() * open.perSecond() / 1e9), 1e9 / open.perSecond());
      case Pace.ByHand hand -> new Arrivals(hand.requests(), hand.every().toNanos());
    };
  }

  boolean isOpen() {
    return everyNanos > 0;
  }

  /** When the next one is due, nanoseconds since the load's start; never after the last one. */
  long nextNanos() {
    return taken < count ? Math.round(taken * everyNanos) : Long.MAX_VALUE;
  }

  void take() {
    taken++;
  }
}
