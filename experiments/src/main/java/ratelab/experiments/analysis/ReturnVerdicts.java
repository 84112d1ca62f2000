package ratelab.experiments.analysis;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.recording.OracleResult;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.WindowCurve;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.WindowWidth;

/** Judges when each window's curve was back, on the lab's own samples and on a real Prometheus'. */
final class ReturnVerdicts {
  private final Recording recording;
  private final Findings findings;
  private final WindowFindings detector;
  private final Trust trust;
  private final GroundsOf grounds;

  ReturnVerdicts(Recording recording, Findings findings, Trust trust) {
    this.trust = trust;
    this.grounds = new GroundsOf(recording, findings);
    this.recording = recording;
    this.findings = findings;
    this.detector =
        new WindowFindings(recording, findings.signal(), findings.life(), findings.lastWork());
  }

  Stream<Verdict> all() {
    return Stream.concat(
        findings.windows().stream().map(this::onLab),
        recording.oracle().stream().flatMap(this::onOracle));
  }

  private Stream<Verdict> onOracle(OracleResult oracle) {
    return findings.windows().stream()
        .flatMap(
            w ->
                curve(oracle.curves(), w.window()).stream()
                    .map(answer -> onServer(oracle, w, answer)));
  }

  private static Optional<WindowCurve> curve(List<WindowCurve> curves, Duration window) {
    return curves.stream().filter(c -> c.window().equals(window)).findFirst();
  }

  private String name(WindowFinding finding) {
    return String.format(
        Locale.ROOT, "rate[%s] returns as derived", Durations.print(nominal(finding.window())));
  }

  private Verdict onLab(WindowFinding finding) {
    OptionalLong returned = finding.returnMillis();
    return trust.checked(
        judge(name(finding), finding, finding.nanos(), returned),
        grounds.returnOf(finding, returned));
  }

  /**
   * The server's own curve, held against the band of the lab's samples and the interval of its own.
   */
  private Verdict onServer(OracleResult oracle, WindowFinding finding, WindowCurve answer) {
    OptionalLong returned = detector.returnOf(answer.curve(), finding.window());
    WindowFinding theirs = detector.onOtherScrapes(finding, oracle.samples(), answer.curve());
    Verdict judged =
        judge(
            name(finding) + " on Prometheus " + oracle.version(), theirs, answer.curve(), returned);
    return trust
        .onServer(recording)
        .checked(
            trust.checked(judged, grounds.returnOf(finding, returned)),
            grounds.curveOf(theirs, returned));
  }

  private Verdict judge(String name, WindowFinding finding, Curve curve, OptionalLong returned) {
    String observed = returned.isPresent() ? after(returned.getAsLong()) : "not seen";
    if (width(finding) == WindowWidth.SHOWS_NOTHING) {
      return Verdicts.inconclusive(name, "none", observed, tooNarrow(finding));
    }
    String forecast =
        after(finding.earliestReturnMillis()) + " to " + after(finding.latestReturnMillis());
    Optional<String> doubt = doubt(returned, finding, curve);
    if (doubt.isPresent()) {
      return Verdicts.inconclusive(name, forecast, observed, doubt.get());
    }
    long back = returned.orElse(Long.MAX_VALUE);
    return Verdicts.judged(
        name,
        forecast,
        observed,
        "interval from window, scrape times, tick and service time",
        back >= finding.earliestReturnMillis() && back <= finding.latestReturnMillis(),
        back < finding.earliestReturnMillis()
            ? "The curve was back before its window can have left the last work behind."
            : "CPU went on after the last work that the evidence shows.");
  }

  private Optional<String> doubt(OptionalLong returned, WindowFinding finding, Curve curve) {
    Signal signal = findings.signal();
    if (!signal.isVisible()) {
      return Optional.of(signal.whyNotVisible());
    }
    if (returned.isPresent()) {
      return Optional.empty();
    }
    if (recording.marks().endMillis() < lastsUntil(finding)) {
      return Optional.of(
          "The recording ends before this window could have been back for long enough.");
    }
    return wasElsewhere(finding, curve) ? Optional.empty() : Optional.of(onlyGaps(finding));
  }

  /** Whether a value shows that the curve was not back when it should have been. */
  private static boolean wasElsewhere(WindowFinding finding, Curve curve) {
    return curve.between(finding.latestReturnMillis(), Long.MAX_VALUE).points().stream()
        .anyMatch(
            point ->
                point.value().isPresent() && !finding.band().contains(point.value().getAsDouble()));
  }

  private String onlyGaps(WindowFinding finding) {
    return width(finding) == WindowWidth.SHOWS_ALWAYS
        ? "The curve has no values there, or gaps of more than a scrape interval between them."
        : tooNarrow(finding);
  }

  private WindowWidth width(WindowFinding finding) {
    return WindowWidth.of(finding.window(), recording.scenario().scrapeInterval());
  }

  private String tooNarrow(WindowFinding finding) {
    Duration interval = nominal(recording.scenario().scrapeInterval());
    return WindowWidth.explainAndAdvise(nominal(finding.window()), interval) + ".";
  }

  private Duration nominal(Duration actual) {
    return recording.scenario().nominal(actual);
  }

  private long lastsUntil(WindowFinding finding) {
    return finding.latestReturnMillis()
        + findings
            .signal()
            .holdMillis(finding.window().toMillis(), recording.info().clockTicksPerSecond());
  }

  private String after(long timeMillis) {
    return Phrase.seconds(Duration.ofMillis(timeMillis - recording.marks().loadEndMillis()));
  }
}
