package ratelab.experiments.scenario;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a lab plays, with everything that is expected of it. Durations are actual: at {@link #speed}
 * 10 they are a tenth of the nominal ones in the file.
 *
 * @param name the file's name without {@code .yaml}; of a variant {@code file/variant}
 * @param about one sentence for {@code lab list}
 * @param target the service under test
 * @param load the load
 * @param scrapeInterval time between scrapes
 * @param windows rate windows whose curves are judged
 * @param idle how long the idle target is watched before the load
 * @param expectations what must hold
 * @param speed by how much all durations were divided
 * @param disturbances what is done to the run on purpose
 */
public record Scenario(
    String name,
    String about,
    Target target,
    Load load,
    Duration scrapeInterval,
    List<Duration> windows,
    Duration idle,
    List<Expectation> expectations,
    double speed,
    List<Disturbance> disturbances) {
  /**
   * How far apart real scrapes are kept: one takes some milliseconds, but on a machine that is busy
   * it may wait a hundred for its turn, and from half an interval on nobody knows when its samples
   * were read.
   */
  public static final Duration CLOSEST_SCRAPES = Duration.ofMillis(500);

  public Scenario {
    windows = List.copyOf(windows);
    expectations = List.copyOf(expectations);
    disturbances = List.copyOf(disturbances);
  }

  /**
   * The same scenario at this speed as far as it can be played so for real: what only computes as
   * it is, for CPU time does not scale; and no faster than real scrapes may follow one another.
   */
  public Scenario atUpTo(double most) {
    return target.work().sleeps() ? at(Math.min(most, fastest())) : this;
  }

  /** The speed at which scrapes are {@link #CLOSEST_SCRAPES} apart. */
  public double fastest() {
    return (double) scrapeInterval.toNanos() / CLOSEST_SCRAPES.toNanos();
  }

  /**
   * The same scenario at another speed: every duration divided by it and rounded to a millisecond
   * (Prometheus knows no less), counts unchanged. This is the only place that scales.
   *
   * @param newSpeed relative to this scenario
   */
  public Scenario at(double newSpeed) {
    return new Scenario(
        name,
        about,
        target.withSleep(scaled(target.sleep(), newSpeed)),
        scaled(load, newSpeed),
        scaled(scrapeInterval, newSpeed),
        windows.stream().map(w -> scaled(w, newSpeed)).toList(),
        scaled(idle, newSpeed),
        expectations.stream().map(e -> scaled(e, newSpeed)).toList(),
        speed * newSpeed,
        disturbances.stream().map(d -> scaled(d, newSpeed)).toList());
  }

  /** The nominal length of an actual duration of this scenario: the roundest that scales to it. */
  public Duration nominal(Duration actual) {
    double nanos = actual.toNanos() * speed;
    return Stream.of(1000, 100, 10, 1)
        .map(millis -> Duration.ofMillis(millis * Math.round(nanos / 1e6 / millis)))
        .filter(round -> scaled(round, speed).equals(actual))
        .findFirst()
        .orElse(Duration.ofNanos(Math.round(nanos)));
  }

  /** The actual length of a nominal duration of this scenario. */
  public Duration actual(Duration nominal) {
    return scaled(nominal, speed);
  }

  /** The same scenario, seen by another scraper and through other windows (actual ones). */
  public Scenario seen(Duration newScrapeInterval, List<Duration> newWindows) {
    return new Scenario(
        name,
        about,
        target,
        load,
        newScrapeInterval,
        newWindows,
        idle,
        expectations,
        speed,
        disturbances);
  }

  /** The same scenario against another target. */
  public Scenario withTarget(Target newTarget) {
    return new Scenario(
        name,
        about,
        newTarget,
        load,
        scrapeInterval,
        windows,
        idle,
        expectations,
        speed,
        disturbances);
  }

  /** The same scenario under another load. */
  public Scenario withLoad(Load newLoad) {
    return new Scenario(
        name,
        about,
        target,
        newLoad,
        scrapeInterval,
        windows,
        idle,
        expectations,
        speed,
        disturbances);
  }

  /** The same scenario with only some of its windows. */
  public Scenario withWindows(List<Duration> newWindows) {
    return seen(scrapeInterval, newWindows);
  }

  /** The same scenario with other expectations. */
  public Scenario withExpectations(List<Expectation> newExpectations) {
    return new Scenario(
        name,
        about,
        target,
        load,
        scrapeInterval,
        windows,
        idle,
        newExpectations,
        speed,
        disturbances);
  }

  /** Whether something of this kind is done to the run. */
  public boolean has(Disturbance.Act act) {
    return disturbances.stream().anyMatch(d -> d.act() == act);
  }

  /** Counts stay, so an open load sends more a second. */
  private static Load scaled(Load load, double speed) {
    if (load.command().isPresent()) return load;
    Duration timeout = scaled(load.timeout(), speed);
    return switch (load.pace()) {
      case Pace.Closed closed ->
          new Load(load.workers(), scaled(load.duration(), speed), timeout, closed);
      case Pace.Open open ->
          new Load(
              load.workers(),
              scaled(load.duration(), speed),
              timeout,
              new Pace.Open(open.perSecond() * speed));
      case Pace.ByHand hand -> Load.byHand(hand.requests(), scaled(hand.every(), speed), timeout);
    };
  }

  private static Expectation scaled(Expectation expectation, double speed) {
    return expectation instanceof Expectation.ShapeAsDerived shape
        ? new Expectation.ShapeAsDerived(
            shape.windows().stream().map(w -> scaled(w, speed)).toList(),
            shape.scrapes().stream().map(s -> scaled(s, speed)).toList(),
            shape.phases())
        : expectation;
  }

  private static Disturbance scaled(Disturbance d, double speed) {
    return new Disturbance(
        d.at(), scaled(d.after(), speed), d.act(), d.count(), scaled(d.delay(), speed));
  }

  /** At least a millisecond: a timeout of 0 would be none, and a window of 0 no window. */
  private static Duration scaled(Duration duration, double speed) {
    return duration.isZero()
        ? duration
        : Duration.ofMillis(Math.max(1, Math.round(duration.toNanos() / speed / 1e6)));
  }
}
