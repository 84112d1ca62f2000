package ratelab.experiments.analysis;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import ratelab.experiments.recording.OracleResult;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.WindowCurve;
import ratelab.experiments.scenario.Durations;

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
        Locale.ROOT,
        "rate[%s] returns as derived",
        Durations.print(recording.scenario().nominal(finding.window())));
  }

  private Verdict onLab(WindowFinding finding) {
    OptionalLong returned = finding.returnMillis();
    return trust.checked(
        judge(name(finding), finding, returned), grounds.returnOf(finding, returned));
  }

  /**
   * The server's own curve, held against the band of the lab's samples and the interval of its own.
   */
  private Verdict onServer(OracleResult oracle, WindowFinding finding, WindowCurve answer) {
    OptionalLong returned = detector.returnOf(answer.curve(), finding.window());
    WindowFinding theirs = detector.onOtherScrapes(finding, oracle.samples(), answer.curve());
    Verdict judged = judge(name(finding) + " on Prometheus " + oracle.version(), theirs, returned);
    return trust
        .onServer(recording)
        .checked(
            trust.checked(judged, grounds.returnOf(finding, returned)),
            grounds.curveOf(theirs, returned));
  }

  private Verdict judge(String name, WindowFinding finding, OptionalLong returned) {
    String forecast =
        after(finding.earliestReturnMillis()) + " to " + after(finding.latestReturnMillis());
    String observed = returned.isPresent() ? after(returned.getAsLong()) : "not seen";
    Optional<String> doubt = doubt(returned, finding);
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

  private Optional<String> doubt(OptionalLong returned, WindowFinding finding) {
    Signal signal = findings.signal();
    if (!signal.isVisible()) {
      return Optional.of(signal.whyNotVisible());
    }
    if (returned.isEmpty() && recording.marks().endMillis() < lastsUntil(finding)) {
      return Optional.of(
          "The recording ends before this window could have been back for long enough.");
    }
    return Optional.empty();
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
