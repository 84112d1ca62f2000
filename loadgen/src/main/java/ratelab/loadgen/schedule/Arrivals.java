package ratelab.loadgen.schedule;

/** When slots are due: a pure function of the slot's number, counted from 0. */
@FunctionalInterface
public interface Arrivals {
  /** Nanoseconds since the run's start; never falls as the slot's number rises. */
  long dueNanos(long slot);

  /** Evenly spaced slots; the first is due at once. */
  static Arrivals even(double perSecond) {
    return slot -> (long) (slot * 1e9 / perSecond);
  }
}
