package ratelab.experiments.analysis;

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
          "The server answered nothing; see logs/prometheus.err.");
    }
    return Verdicts.judged(
        name,
        "0 differences",
        "%d differences in %d points".formatted(oracle.differing(), oracle.points()),
        "none",
        oracle.differing() == 0,
        String.join("; ", oracle.differences()));
  }
}
