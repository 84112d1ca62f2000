package ratelab.experiments.analysis;

/**
 * A stretch of time, milliseconds since the epoch.
 *
 * @param fromMillis where it begins
 * @param toMillis where it ends, not before it begins
 */
record Span(long fromMillis, long toMillis) {
  /** Everything that a recording can hold. */
  static final Span ALL = new Span(Long.MIN_VALUE / 2, Long.MAX_VALUE / 2);

  /** Whether two have more than an end in common: what ends in a whole sample is whole there. */
  boolean meets(Span other) {
    return fromMillis < other.toMillis && other.fromMillis < toMillis;
  }

  /** How much of this one the other covers. */
  long sharedMillis(Span other) {
    return Math.max(0, Math.min(toMillis, other.toMillis) - Math.max(fromMillis, other.fromMillis));
  }

  long millis() {
    return toMillis - fromMillis;
  }

  Span widened(long millis) {
    return new Span(fromMillis - millis, toMillis + millis);
  }
}
