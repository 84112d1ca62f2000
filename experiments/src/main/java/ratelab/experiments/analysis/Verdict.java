package ratelab.experiments.analysis;

/**
 * One expectation, judged. The texts carry their units and are ready to be shown.
 *
 * @param name what was expected, in words: {@code drain as forecast before the load}
 * @param forecast what was said to come: {@code 71.1 s}
 * @param observed what came: {@code 71.6 s}; {@code not seen} if it did not
 * @param tolerance how far they may lie apart, and how that was derived
 * @param status the outcome
 * @param reason why it is not a pass, and the remedy; of a pass, what it does not cover, and empty
 *     if it covers all
 */
public record Verdict(
    String name, String forecast, String observed, String tolerance, Status status, String reason) {

  /** The same, not judged. */
  Verdict leftOpen(String why) {
    return Verdicts.inconclusive(name, forecast, observed, why);
  }
}
