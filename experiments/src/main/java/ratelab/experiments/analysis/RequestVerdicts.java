package ratelab.experiments.analysis;

import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.OptionalLong;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Cause;
import ratelab.experiments.scenario.Expectation;
import ratelab.experiments.scenario.Target;
import ratelab.experiments.scenario.Words;

/** Judges what became of the requests, and the cause. */
final class RequestVerdicts {
  private final Recording recording;
  private final Findings findings;

  RequestVerdicts(Recording recording, Findings findings) {
    this.recording = recording;
    this.findings = findings;
  }

  Verdict answered(Expectation.AnsweredAsForecast expected) {
    String name = "requests answered as forecast " + expected.stage().label();
    long observed = recording.load().answered();
    Optional<Forecast> forecast = recording.forecast(expected.stage());
    if (forecast.isEmpty()) {
      return Verdicts.inconclusive(
          name, "none", Long.toString(observed), "The recording holds no such forecast.");
    }
    LongSummaryStatistics orders = AcceptOrders.answered(recording, forecast.get());
    return Verdicts.judged(
        name,
        words(orders),
        Long.toString(observed),
        "± " + expected.plusMinus(),
        observed >= orders.getMin() - expected.plusMinus()
            && observed <= orders.getMax() + expected.plusMinus(),
        whyAnswered(forecast.get()));
  }

  private static String words(LongSummaryStatistics orders) {
    return orders.getMin() == orders.getMax()
        ? Long.toString(orders.getMin())
        : "%d to %d, as the event loop takes connections at once or one a turn"
            .formatted(orders.getMin(), orders.getMax());
  }

  private String whyAnswered(Forecast forecast) {
    long sent = recording.load().sent();
    return sent == forecast.sent()
        ? "Requests were taken in another order than the scenario's accept policy says."
        : String.format(
            Locale.ROOT,
            "%d requests were sent, not %d as forecast: under load server or client were slower or"
                + " faster than in the calibration, or requests were taken in another order than"
                + " the scenario's accept policy says.",
            sent,
            forecast.sent());
  }

  Verdict cause(Expectation.CauseIs expected) {
    String name = "cause named from samples, load marks and load counts alone";
    if (findings.cause() == Cause.UNKNOWN && !findings.signal().isVisible()) {
      return Verdicts.inconclusive(
          name,
          Words.of(expected.cause()),
          Words.of(findings.cause()),
          findings.signal().whyNotVisible());
    }
    OptionalLong made =
        Disturbances.of(recording).madeInSpiteOfAll(recording, findings.signal().track());
    if (expected.cause() == Cause.MISSED_SCRAPE && made.isPresent()) {
      return Verdicts.inconclusive(
          name,
          Words.of(expected.cause()),
          Words.of(findings.cause()),
          String.format(
              Locale.ROOT,
              "The scrape that was to be left out had been made %d ms after the load's end, before"
                  + " it could be: the machine is too busy for this scrape interval. Use a lower"
                  + " --speed.",
              made.getAsLong() - recording.marks().loadEndMillis()));
    }
    return Verdicts.judged(
        name,
        Words.of(expected.cause()),
        Words.of(findings.cause()),
        "none",
        findings.cause() == expected.cause(),
        "Another cause than the scenario expects explains these samples." + sideBySide());
  }

  /** A backlog needs a target that cannot keep up; one that never waits makes none. */
  private String sideBySide() {
    Target target = recording.scenario().target();
    if (target.own().isPresent()) {
      return "";
    }
    return target.servers() < recording.scenario().load().workers()
        ? ""
        : String.format(
            Locale.ROOT,
            " The target works on all requests at once (concurrency %s): nothing is left to work"
                + " off, so expect no backlog of it.",
            Words.of(target.concurrency()));
  }

  Verdict forNobody(Expectation.WorkedOffForNobody expected) {
    String name = "requests worked off for nobody";
    String range =
        String.format(
            Locale.ROOT, "%.0f %% to %.0f %%", expected.atLeast() * 100, expected.atMost() * 100);
    WorkedOff workedOff = findings.workedOff();
    if (workedOff.handled() == 0) {
      return Verdicts.inconclusive(
          name, range, "unknown", "There is no evidence: " + workedOff.evidence() + ".");
    }
    double share = (double) workedOff.forNobody() / workedOff.handled();
    return Verdicts.judged(
        name,
        range,
        String.format(
            Locale.ROOT,
            "%d of %d (%.0f %%)",
            workedOff.forNobody(),
            workedOff.handled(),
            share * 100),
        "none",
        share >= expected.atLeast() && share <= expected.atMost(),
        "Evidence: " + workedOff.evidence() + "." + sideBySide());
  }
}
