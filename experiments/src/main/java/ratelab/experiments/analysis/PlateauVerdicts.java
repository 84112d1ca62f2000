package ratelab.experiments.analysis;

import java.time.Duration;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import ratelab.experiments.forecast.CpuLimit;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.Expectation;
import ratelab.experiments.scenario.ForecastStage;

/**
 * Judges how high a curve stays while the load runs. Only where its whole window, and at least two
 * scrape intervals, lie within the load: before that it shows what came before the load as well.
 */
final class PlateauVerdicts {
  private static final String NO_LIMIT =
      "Only a target that burns CPU for one request at a time, on less than a processor, has its"
          + " height from its limit alone; expect plateau: {cores: ..., relative: ...}.";

  private final Recording recording;
  private final Findings findings;

  PlateauVerdicts(Recording recording, Findings findings) {
    this.recording = recording;
    this.findings = findings;
  }

  Stream<Verdict> all(Expectation.Plateau expected) {
    return findings.windows().stream().map(window -> judge(Height.of(expected), window));
  }

  /** As high as the limit of the target's processors. */
  Stream<Verdict> atLimit() {
    Optional<CpuLimit> limit = CpuLimit.of(recording.scenario().target());
    Starvation starvation = new Starvation(recording, findings);
    Optional<Duration> serviceTime =
        recording.forecast(ForecastStage.BEFORE_LOAD).map(Forecast::serviceTime);
    return findings.windows().stream()
        .map(
            window ->
                limit.isEmpty() || serviceTime.isEmpty()
                    ? Verdicts.inconclusive(name(window), "the limit", "not judged", NO_LIMIT)
                    : judge(Height.of(limit.get(), span(window), serviceTime.get()), window))
        .map(starvation::checked);
  }

  /** What the samples of a window span at least. */
  private Duration span(WindowFinding window) {
    Duration interval = recording.scenario().scrapeInterval();
    return Collections.max(List.of(window.window(), interval.multipliedBy(2))).minus(interval);
  }

  /** Between what a curve is to stay, in cores. */
  private record Height(double middle, double lowest, double highest, String text, String from) {
    static Height of(Expectation.Plateau expected) {
      double miss = expected.cores() * expected.relative();
      return new Height(
          expected.cores(),
          expected.cores() - miss,
          expected.cores() + miss,
          String.format(
              Locale.ROOT, "%.4g cores ± %.1f %%", expected.cores(), expected.relative() * 100),
          "every point whose window lies within the load");
    }

    static Height of(CpuLimit limit, Duration span, Duration serviceTime) {
      double lowest = limit.lowest(span, serviceTime);
      double highest = limit.highest(span);
      return new Height(
          limit.cpus(),
          lowest,
          highest,
          String.format(Locale.ROOT, "%.4g cores (%.4g to %.4g)", limit.cpus(), lowest, highest),
          "every point whose window lies within the load, ± one period's share and a slice of the"
              + " scheduler's in its samples, - what it loses at each request");
    }
  }

  private String name(WindowFinding window) {
    Duration nominal = recording.scenario().nominal(window.window());
    return "rate[" + Durations.print(nominal) + "] plateau under load";
  }

  private Verdict judge(Height expected, WindowFinding window) {
    String name = name(window);
    Curve plateau = plateau(window);
    DoubleSummaryStatistics cores =
        plateau.points().stream()
            .flatMapToDouble(point -> point.value().stream())
            .summaryStatistics();
    if (cores.getCount() == 0) {
      return Verdicts.inconclusive(name, expected.text(), "none", tooShort(window));
    }
    return Verdicts.judged(
        name,
        expected.text(),
        String.format(
            Locale.ROOT,
            "%.4g cores (%.4g to %.4g)",
            cores.getAverage(),
            cores.getMin(),
            cores.getMax()),
        expected.from(),
        cores.getMin() >= expected.lowest() && cores.getMax() <= expected.highest(),
        cores.getAverage() < expected.middle()
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
