package ratelab.experiments.report.figure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Decay;
import ratelab.experiments.analysis.WindowFinding;
import ratelab.experiments.report.chart.Bars;
import ratelab.experiments.report.chart.Bars.Bar;
import ratelab.experiments.report.chart.Bars.Segment;
import ratelab.experiments.report.chart.Ink;
import ratelab.experiments.report.wording.Wording;
import ratelab.experiments.scenario.Cause;
import ratelab.experiments.scenario.Scenario;

/** Where the seconds between the load's end and each curve's return went. */
final class CausesFigure {
  private CausesFigure() {}

  /** Nothing where no curve returned. */
  static Optional<Figure> of(Analysis analysis, Scenario scenario) {
    List<Decay> decays =
        analysis.windows().stream().map(WindowFinding::decay).flatMap(Optional::stream).toList();
    if (decays.isEmpty()) {
      return Optional.empty();
    }
    List<Bar> bars = decays.stream().map(d -> bar(d, analysis.cause(), scenario)).toList();
    return Optional.of(
        new Figure(
            "causes",
            "Seconds from the load's end to the return",
            caption(decays),
            new Bars(bars)));
  }

  private static Bar bar(Decay decay, Cause cause, Scenario scenario) {
    return new Bar(
        "window "
            + Wording.windowAtSpeed(scenario, decay.window())
            + ": back after "
            + Wording.seconds(decay.total()),
        parts(decay),
        segments(decay, cause));
  }

  private static String parts(Decay decay) {
    String sign = decay.phase().isNegative() ? " − " : " + ";
    return Wording.seconds(decay.drain())
        + " drain"
        + sign
        + Wording.seconds(decay.phase().abs())
        + " scrape phase + "
        + Wording.seconds(decay.tail())
        + " window";
  }

  /**
   * A negative phase takes its seconds from the drain: the counter's last step was seen before the
   * work's end, so the window's tail began while work went on.
   */
  private static List<Segment> segments(Decay decay, Cause cause) {
    double drain = seconds(decay.drain());
    double seen = drain + seconds(decay.phase());
    double total = seconds(decay.total());
    List<Segment> segments = new ArrayList<>();
    segments.add(
        new Segment(
            "drain: " + Wording.drain(cause),
            0,
            drain,
            Wording.seconds(decay.drain()),
            Ink.ORANGE));
    if (seen < drain) {
      segments.add(segment("drain under the window's tail", seen, drain, Ink.RED));
    } else {
      segments.add(segment("scrape phase", drain, seen, Ink.GREY));
    }
    segments.add(segment("rate window", Math.max(seen, drain), total, Ink.BLUE));
    return segments;
  }

  private static Segment segment(String name, double from, double to, Ink ink) {
    return new Segment(name, from, to, Wording.seconds(to - from), ink);
  }

  private static String caption(List<Decay> decays) {
    String all =
        "The drain is the server's work after the load, the same for every window; the scrape"
            + " phase is the wait for the next scrape; the rest is what the rate window adds.";
    return decays.stream().anyMatch(d -> d.phase().isNegative())
        ? all
            + " A negative phase is no mistake: the counter's last step was counted and scraped"
            + " before the last work ended, so the window's tail began under the drain."
        : all;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
