package ratelab.experiments.analysis;

import java.util.Locale;
import ratelab.experiments.recording.OracleResult;

/** Judges the rate model against a real Prometheus. */
final class OracleVerdicts {
  private OracleVerdicts() {}

  static Verdict agreement(OracleResult oracle) {
    String name = "rate model equals Prometheus " + oracle.version() + " bit for bit";
    if (oracle.points() == 0) {
      return Verdicts.inconclusive(
          name,
          "0 differences",
          "no points",
          "The server answered nothing; see logs/prometheus.err.log.");
    }
    return Verdicts.judged(
        name,
        "0 differences",
        String.format(
            Locale.ROOT, "%d differences in %d points", oracle.differing(), oracle.points()),
        "none",
        oracle.differing() == 0,
        String.join("; ", oracle.differences()));
  }
}
