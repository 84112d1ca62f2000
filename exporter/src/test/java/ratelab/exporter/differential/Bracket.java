package ratelab.exporter.differential;

import java.util.Objects;

/**
 * Our scrape between two of the reference's: what the two agree on did not move, so we must say the
 * same; of anything else our value lies between theirs.
 */
record Bracket(Exposition before, Exposition ours, Exposition after) {

  /** Whether nothing moved that should be at rest, not even while we read. */
  boolean isStill() {
    return ours.largest("states", "state", "Running") == 0
        && before.samples().keySet().equals(after.samples().keySet())
        && before.samples().keySet().stream().filter(Bracket::rests).allMatch(this::isStill);
  }

  /** Whether we have read all shares of memory; what takes too long is left to later scrapes. */
  boolean hasShares() {
    return before.samples().keySet().stream()
        .filter(Restless::isShare)
        .allMatch(series -> ours.samples().containsKey(series));
  }

  private boolean isStill(Series series) {
    return Objects.equals(before.samples().get(series), after.samples().get(series));
  }

  private static boolean rests(Series series) {
    return series.isOfGroup() && !Restless.ticks(series) && !Restless.isShare(series);
  }
}
