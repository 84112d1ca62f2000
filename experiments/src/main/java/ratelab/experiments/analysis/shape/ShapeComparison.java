package ratelab.experiments.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/**
 * Forecast and observation of one view, aspect by aspect.
 *
 * @param view how the counter was looked at
 * @param pulse what there was to be seen
 * @param exactness how exactly the curve can be known
 * @param lines one for each aspect that was forecast, in the aspects' order
 */
public record ShapeComparison(View view, CpuPulse pulse, Exactness exactness, List<Line> lines) {
  /** With more than this share of a height as its tolerance, nothing could miss. */
  private static final double MOST_TOLERANCE = 0.5;

  /** Beyond this share of their interval scrapes are on no grid, which all forecasts assume. */
  private static final double MOST_JITTER = 1.0 / 20;

  private static final String OFF_GRID =
      "the scrapes jitter by more than a twentieth of their interval, and the forecast is for"
          + " scrapes on a grid: use a lower --speed";
  private static final String HOLED =
      "scrapes are missing that the curve would have been drawn from: the machine was too busy, use"
          + " a lower --speed";

  public ShapeComparison {
    lines = List.copyOf(lines);
  }

  /** What became of a forecast. */
  public enum Outcome {
    HOLDS,
    MISSES,
    /** The recording does not tell. */
    UNKNOWN
  }

  /**
   * One aspect.
   *
   * @param aspect which one, with its unit
   * @param forecast where it should lie
   * @param observed where it lies; empty if the curve does not show it
   * @param tolerance how far outside is still right, in the aspect's unit
   * @param outcome whether it is right
   * @param reason why the outcome is unknown, or holds all the same: the cause, which may be
   *     followed by a colon and what it means here; empty otherwise
   */
  public record Line(
      Aspect aspect,
      Bounds forecast,
      OptionalDouble observed,
      double tolerance,
      Outcome outcome,
      String reason) {

    /** The reason without what it means here: the same for many views. */
    public String cause() {
      return reason.split(":", 2)[0];
    }

    /** The same with another outcome, for a reason. */
    public Line but(Outcome newOutcome, String why) {
      return new Line(aspect, forecast, observed, tolerance, newOutcome, why);
    }
  }

  /**
   * How exactly the curve can be known.
   *
   * @param stepMillis time between two evaluations
   * @param jitterMillis how far the scrapes lie off their grid
   * @param tookMillis how long after its scrape's instant a sample may have been read
   * @param ageMillis how old a sample may be that stands for a scrape; 0 if scrapes are looked at
   *     as they are
   * @param holed whether a sample that the curve needs is missing
   * @param besideSeconds CPU above idle shortly before the pulse, such as a calibration's, and
   *     right behind it, such as an end that is too little of a gap to be told from idle
   * @param quantumSeconds what the counter counts in, all its series together; 0 for nanoseconds
   */
  public record Exactness(
      long stepMillis,
      long jitterMillis,
      long tookMillis,
      long ageMillis,
      boolean holed,
      double besideSeconds,
      double quantumSeconds) {

    /** How far a sample's reading may lie off the instant that it counts for. */
    private long offMillis() {
      return jitterMillis + tookMillis;
    }

    /** Samples that stand for a scrape are stamped with its instant, however old they are. */
    private boolean isOnGrid(View view) {
      return ageMillis > 0 || jitterMillis <= MOST_JITTER * view.grid().intervalMillis();
    }
  }

  /** Compares what a view's curve shows with what it should. */
  public static ShapeComparison of(View view, CpuPulse pulse, Shape observed, Exactness exactness) {
    ShapeForecast forecast = ShapeForecast.of(view, pulse);
    List<Line> lines = new ArrayList<>();
    for (Aspect aspect : Aspect.values()) {
      forecast
          .of(aspect)
          .map(
              bounds ->
                  line(
                      aspect,
                      bounds,
                      observed.of(aspect),
                      tolerance(aspect, view, pulse, bounds, exactness),
                      view,
                      pulse))
          .map(line -> exactness.isOnGrid(view) ? line : line.but(Outcome.UNKNOWN, OFF_GRID))
          .map(line -> exactness.holed() ? line.but(Outcome.UNKNOWN, HOLED) : line)
          .ifPresent(lines::add);
    }
    return new ShapeComparison(view, pulse, exactness, lines);
  }

  /** The same, with each line as {@code revised} has it. */
  public ShapeComparison with(UnaryOperator<Line> revised) {
    return new ShapeComparison(view, pulse, exactness, lines.stream().map(revised).toList());
  }

  private static Line line(
      Aspect aspect,
      Bounds bounds,
      OptionalDouble observed,
      double tolerance,
      View view,
      CpuPulse pulse) {
    if (observed.isEmpty()) {
      String reason =
          "the curve does not show it: it was not idle before, the recording ends before, or"
              + " scrapes are missing";
      return new Line(aspect, bounds, observed, tolerance, Outcome.UNKNOWN, reason);
    }
    if (isHeight(aspect) && tolerance > bounds.high() * MOST_TOLERANCE) {
      String reason = "too weak a signal for this view: rounding and noise could be as large as it";
      return new Line(aspect, bounds, observed, tolerance, Outcome.UNKNOWN, reason);
    }
    boolean holds = bounds.contain(observed.getAsDouble(), tolerance);
    if (Unevenness.hides(aspect, view, pulse)) {
      String reason =
          String.format(
              Locale.ROOT,
              "the CPU was not spent evenly: a window may have %.1f s of it more or less than its"
                  + " share, and the forecast is for an even pulse",
              Unevenness.swayMillis(view, pulse) / 1000);
      return new Line(aspect, bounds, observed, tolerance, Outcome.UNKNOWN, reason);
    }
    Outcome outcome = holds ? Outcome.HOLDS : Outcome.MISSES;
    return new Line(aspect, bounds, observed, tolerance, outcome, "");
  }

  private static boolean isHeight(Aspect aspect) {
    return aspect == Aspect.PLATEAU || aspect == Aspect.OVERSHOOT;
  }

  /** Derived from the evaluation's step, the scrapes' jitter, the counter's quantum and sway. */
  private static double tolerance(
      Aspect aspect, View view, CpuPulse pulse, Bounds bounds, Exactness exactness) {
    double timeMillis = exactness.stepMillis() + exactness.offMillis();
    double offMillis = exactness.offMillis() + exactness.ageMillis();
    double quantumCores = exactness.quantumSeconds() / (view.memoryMillis() / 1000.0);
    double intervalMillis = view.grid().intervalMillis();
    return switch (aspect) {
      case REACTION, RISE, RETURN -> timeMillis / 1000;
      case LAG -> (timeMillis + exactness.ageMillis()) / 1000;
      case VISIBLE -> Math.min(1, timeMillis / intervalMillis) + partOfAGap(view, pulse, bounds);
      case PLATEAU ->
          quantumCores
              + pulse.cores()
                  * (Unevenness.meanShare(view, pulse) + offMillis / pulse.lengthMillis());
      case OVERSHOOT ->
          quantumCores / Math.max(Shape.highestMean(view, pulse), Double.MIN_NORMAL)
              + bounds.high()
                  * (Unevenness.share(view, pulse)
                      + besideThePulse(view, pulse, exactness.besideSeconds())
                      + offMillis / Math.min((double) view.memoryMillis(), 2 * intervalMillis));
    };
  }

  /** A window that is longer than the pulse may hold what was spent beside it, too. */
  private static double besideThePulse(View view, CpuPulse pulse, double besideSeconds) {
    return view.memoryMillis() > pulse.lengthMillis() ? besideSeconds / pulse.cpuSeconds() : 0;
  }

  /** What is seen for a part of each gap is seen more or less of the time in the last, cut one. */
  private static double partOfAGap(View view, CpuPulse pulse, Bounds share) {
    double lookedAt = pulse.endToMillis() - pulse.startFromMillis() + view.memoryMillis();
    return share.high() * (1 - share.high()) * view.grid().intervalMillis() / lookedAt;
  }
}
