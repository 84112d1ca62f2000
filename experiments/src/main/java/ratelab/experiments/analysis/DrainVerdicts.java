package ratelab.experiments.analysis;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.forecast.Tolerances;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Expectation;
import ratelab.experiments.scenario.ForecastStage;

/** Judges the work after the load. */
final class DrainVerdicts {
  private static final String NO_END =
      "Nothing tells when the work ended: the target has no handler log and its CPU is not above"
          + " idle; give it more --cpu.";

  private final Recording recording;
  private final CalibrationScatter calibration;
  private final Findings findings;
  private final Starvation starvation;

  DrainVerdicts(Recording recording, Findings findings) {
    this.calibration = new CalibrationScatter(recording);
    this.recording = recording;
    this.findings = findings;
    this.starvation = new Starvation(recording, findings);
  }

  /**
   * The drain, and before the load what its forecast rests on: the calibration has to find the
   * service time that the scenario states.
   */
  Stream<Verdict> asForecast(Expectation.DrainAsForecast expected) {
    return expected.stage() == ForecastStage.BEFORE_LOAD
        ? Stream.concat(
                statesServiceTime() ? calibrated() : Stream.empty(),
                Stream.of(drain(expected)).map(starvation::checked))
            .map(this::unlessScattered)
        : Stream.of(drain(expected)).map(starvation::checked);
  }

  private Verdict unlessScattered(Verdict verdict) {
    return recording
        .forecast(ForecastStage.BEFORE_LOAD)
        .flatMap(calibration::doubt)
        .map(verdict::leftOpen)
        .orElse(verdict);
  }

  /** Of one's own service the calibration alone tells it. */
  private boolean statesServiceTime() {
    return recording.scenario().target().own().isEmpty();
  }

  private Stream<Verdict> calibrated() {
    Duration stated = recording.scenario().target().statedServiceTime();
    Duration tolerance = Tolerances.calibration(stated);
    return recording.forecast(ForecastStage.BEFORE_LOAD).map(Forecast::serviceTime).stream()
        .map(
            measured ->
                Verdicts.judged(
                    "service time as the scenario states it",
                    Phrase.seconds(stated),
                    Phrase.seconds(measured),
                    String.format(Locale.ROOT, "± %s for its overhead", Phrase.seconds(tolerance)),
                    measured.minus(stated).abs().compareTo(tolerance) <= 0,
                    "The target does not do what the scenario says, so no forecast from it"
                        + " holds."));
  }

  private Verdict drain(Expectation.DrainAsForecast expected) {
    String name = "drain as forecast " + expected.stage().label();
    Optional<Forecast> forecast = recording.forecast(expected.stage());
    Optional<Duration> drain = findings.drain(recording);
    if (forecast.isEmpty()) {
      return Verdicts.inconclusive(
          name, "none", observed(drain), "The recording holds no such forecast.");
    }
    Duration expectedDrain = forecast.get().drain().plus(targetEndedLate());
    String said = Phrase.seconds(expectedDrain);
    if (drain.isEmpty()) {
      return Verdicts.inconclusive(name, said, "not seen", NO_END);
    }
    Duration tolerance = tolerance(expected, forecast.get());
    Duration miss = drain.get().minus(expectedDrain).abs();
    return Verdicts.judged(
        name,
        said,
        observed(drain),
        String.format(Locale.ROOT, "± %s = %s", Phrase.seconds(tolerance), derivation(expected)),
        miss.compareTo(tolerance) <= 0,
        String.format(
            Locale.ROOT,
            "It misses by %s: %s.%s",
            Phrase.seconds(miss),
            culprits(),
            comparison(forecast.get())));
  }

  /**
   * A forecast of what the target does until it is ended holds from when that was really done: the
   * load generator has to end first.
   */
  private Duration targetEndedLate() {
    long asPlanned =
        recording.scenario().disturbances().stream()
            .filter(d -> d.act().endsTarget())
            .mapToLong(d -> recording.marks().loadEndMillis() + d.after().toMillis())
            .min()
            .orElse(0);
    return recording.disturbed().stream()
        .filter(d -> d.act().endsTarget())
        .map(d -> Duration.ofMillis(Math.max(0, d.startMillis() - asPlanned)))
        .findFirst()
        .orElse(Duration.ZERO);
  }

  /** What the forecast was made of, beside what came; nothing if that is not recorded. */
  private String comparison(Forecast forecast) {
    return recording
        .forecast(ForecastStage.AFTERWARDS)
        .map(
            after ->
                String.format(
                    Locale.ROOT,
                    " The forecast had %d requests of %.3f s each, the run %d of %.3f s.",
                    forecast.sent(),
                    forecast.serviceTime().toMillis() / 1e3,
                    after.sent(),
                    after.serviceTime().toMillis() / 1e3))
        .orElse("");
  }

  Verdict atMost(Expectation.DrainAtMost expected) {
    String name =
        String.format(Locale.ROOT, "drain at most %d service times", expected.serviceTimes());
    Duration limit = serviceTime().multipliedBy(expected.serviceTimes());
    if (limit.isZero()) {
      return Verdicts.inconclusive(
          name,
          "unknown",
          observed(findings.drain(recording)),
          "The service did not answer the calibration with 200, so its service time is unknown.");
    }
    Optional<Duration> drain = findings.drain(recording);
    if (drain.isEmpty()) {
      return Verdicts.inconclusive(name, "≤ " + Phrase.seconds(limit), "not seen", NO_END);
    }
    return Verdicts.judged(
        name,
        "≤ " + Phrase.seconds(limit),
        observed(drain),
        "none",
        drain.get().compareTo(limit) <= 0,
        "The target worked on after the load's end.");
  }

  private Duration tolerance(Expectation.DrainAsForecast expected, Forecast forecast) {
    return expected.stage() == ForecastStage.BEFORE_LOAD
        ? Tolerances.beforeLoad(
            forecast.drain(), forecast.serviceTime(), expected.relative(), expected.serviceTimes())
        : forecast.tolerance();
  }

  private String culprits() {
    return recording.scenario().target().own().isPresent()
        ? "the service drops requests that nobody waits for, or works at another pace than under"
            + " load, or before it: on another number at once than target.at-once says"
        : "workers, timeout, service time or accept policy are not what the scenario says";
  }

  private String derivation(Expectation.DrainAsForecast expected) {
    if (expected.stage() == ForecastStage.LOAD_END && !statesServiceTime()) {
      return "one scrape + one service time + the error of the service time and of the pace";
    }
    return expected.stage() == ForecastStage.BEFORE_LOAD
        ? String.format(
            Locale.ROOT,
            "%.0f %% + %d service times",
            expected.relative() * 100,
            expected.serviceTimes())
        : "one scrape + the error of the service time and of its overhead";
  }

  private Duration serviceTime() {
    return recording.forecasts().stream()
        .findFirst()
        .map(Forecast::serviceTime)
        .orElse(recording.scenario().target().sleep());
  }

  private static String observed(Optional<Duration> drain) {
    return drain.map(Phrase::seconds).orElse("not seen");
  }
}
