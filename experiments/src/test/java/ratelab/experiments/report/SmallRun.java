package ratelab.experiments.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Decay;
import ratelab.experiments.analysis.IdleBand;
import ratelab.experiments.analysis.RequestCounts;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.analysis.Verdict;
import ratelab.experiments.analysis.WindowFinding;
import ratelab.experiments.analysis.WorkedOff;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.recording.LoadResult;
import ratelab.experiments.recording.Marks;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RunInfo;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Cause;

/** A run of few values, written by hand: what a report shows of it can be read off. */
public final class SmallRun {
  /** The start of its load, milliseconds since the epoch. */
  public static final long START = 1_795_331_467_000L;

  private static final Duration WINDOW = Duration.ofSeconds(30);

  private SmallRun() {}

  /** A recording without series, forecasts and logs. */
  public static Recording recording() {
    return Recording.of(
            BuiltInScenarios.read("seed"),
            new RunInfo("run-1", "local", "target", Map.of("java", "25"), 2, 100, Dialect.V3),
            new Marks(
                START - 45_000, START, START, START + 60_000, START + 65_000, START + 900_000),
            new LoadResult(155, 9, 146, 0, 0))
        .build();
  }

  /** An analysis of one window and these verdicts. */
  public static Analysis analysis(
      WindowFinding window, List<String> problems, List<Verdict> verdicts) {
    return new Analysis(
        "The curve was back 712.1 s after the load ended.",
        Cause.BACKLOG,
        OptionalLong.of(START + 776_000),
        "the target's handler log",
        List.of(window),
        new WorkedOff(155, 9, 146, 155, 146, "the handler log"),
        List.of(new RequestCounts(START, 50, 0, 0, 0)),
        List.of(),
        problems,
        List.of(),
        verdicts);
  }

  /** A window whose curve returned, the last CPU seen 13.9 s before the work's end. */
  public static WindowFinding returned() {
    return window(
        OptionalLong.of(START + 777_100),
        Optional.of(
            new Decay(
                WINDOW,
                Duration.ofMillis(712_100),
                Duration.ofMillis(711_000),
                Duration.ofMillis(-13_900),
                Duration.ofMillis(15_000))));
  }

  /** A window whose curve did not return. */
  public static WindowFinding lost() {
    return window(OptionalLong.empty(), Optional.empty());
  }

  /** A verdict that passed. */
  public static Verdict passed() {
    return new Verdict("drain as forecast", "711.0 s", "711.4 s", "± 15.0 s", Status.PASS, "");
  }

  /** A verdict that failed. */
  public static Verdict failed() {
    return new Verdict(
        "answered <as> forecast", "9", "20", "± 2", Status.FAIL, "More \"clients\" waited.");
  }

  /** A verdict without data. */
  public static Verdict unseen() {
    return new Verdict(
        "rate[30s] returns", "1 s", "not seen", "none", Status.INCONCLUSIVE, "Record longer.");
  }

  private static WindowFinding window(OptionalLong back, Optional<Decay> decay) {
    Curve curve =
        new Curve(
            List.of(
                new Curve.Point(START, OptionalDouble.of(0.0005)),
                new Curve.Point(START + 1000, OptionalDouble.empty()),
                new Curve.Point(START + 2000, OptionalDouble.of(0.001))));
    return new WindowFinding(
        WINDOW,
        curve,
        curve,
        curve,
        new IdleBand(0, 0.0001),
        START + 770_000,
        START + 806_000,
        back,
        OptionalLong.empty(),
        decay);
  }
}
