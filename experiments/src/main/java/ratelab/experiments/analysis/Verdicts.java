package ratelab.experiments.analysis;

/** Makes verdicts; the reason is given only where it is needed. */
final class Verdicts {
  private Verdicts() {}

  static Verdict judged(
      String name,
      String forecast,
      String observed,
      String tolerance,
      boolean holds,
      String reasonIfNot) {
    return new Verdict(
        name,
        forecast,
        observed,
        tolerance,
        holds ? Status.PASS : Status.FAIL,
        holds ? "" : reasonIfNot);
  }

  static Verdict inconclusive(String name, String forecast, String observed, String reason) {
    return new Verdict(name, forecast, observed, "none", Status.INCONCLUSIVE, reason);
  }
}
