package ratelab.experiments.analysis;

import java.time.Duration;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.stream.Stream;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.Expectation;

/**
 * Judges how high a curve stays while the load runs. Only where its whole window, and at least two
 * scrape intervals, lie within the load: before that it shows what came before the load as well.
 */
final class PlateauVerdicts {
  private final Recording recording;
  private final Findings findings;

  PlateauVerdicts(Recording recording, Findings findings) {
    this.recording = recording;
    this.findings = findings;
  }

  Stream<Verdict> all(Expectation.Plateau expected) {
    return findings.windows().stream().map(window -> judge(expected, window));
  }

  private Verdict judge(Expectation.Plateau expected, WindowFinding window) {
    Duration nominal = recording.scenario().nominal(window.window());
    String name = "rate[" + Durations.print(nominal) + "] plateau under load";
    String forecast =
        String.format(
            Locale.ROOT, "%.4g cores ± %.1f %%", expected.cores(), expected.relative() * 100);
    Curve plateau = plateau(window);
    DoubleSummaryStatistics cores =
        plateau.points().stream()
            .flatMapToDouble(point -> point.value().stream())
            .summaryStatistics();
    if (cores.getCount() == 0) {
      return Verdicts.inconclusive(name, forecast, "none", tooShort(window));
    }
    double miss = expected.cores() * expected.relative();
    return Verdicts.judged(
        name,
        forecast,
        String.format(
            Locale.ROOT,
            "%.4g cores (%.4g to %.4g)",
            cores.getAverage(),
            cores.getMin(),
            cores.getMax()),
        "every point whose window lies within the load",
        cores.getMin() >= expected.cores() - miss && cores.getMax() <= expected.cores() + miss,
        cores.getAverage() < expected.cores()
            ? "The target spent less CPU than expected: fewer requests, or cheaper ones."
            : "The target spent more CPU than expected: more requests, or dearer ones.");
  }

  private Curve plateau(WindowFinding window) {
    long full = Math.max(window.window().toMillis(), twoScrapesMillis());
    return window
        .nanos()
        .between(recording.marks().loadStartMillis() + full, recording.marks().loadStopMillis());
  }

  private long twoScrapesMillis() {
    return 2 * recording.scenario().scrapeInterval().toMillis();
  }

  private String tooShort(WindowFinding window) {
    Duration needed = Duration.ofMillis(Math.max(window.window().toMillis(), twoScrapesMillis()));
    return String.format(
        Locale.ROOT,
        "The load was shorter than the %s that this window needs to leave the time before it"
            + " behind: load for longer, or use a shorter window.",
        Durations.print(recording.scenario().nominal(needed)));
  }
}
