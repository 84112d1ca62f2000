package ratelab.loadgen.schedule;

import java.time.Duration;
import java.util.List;

/**
 * Straight ramps, one after the other: each leads from the rate before it to its own.
 *
 * @param startPerSecond the rate at the start
 */
public record Stages(double startPerSecond, List<Stage> stages) implements RateCurve {
  /**
   * One ramp.
   *
   * @param endPerSecond the rate at its end
   */
  public record Stage(Duration length, double endPerSecond) {}

  public Stages {
    stages = List.copyOf(stages);
  }

  /** How long all stages take. */
  public Duration length() {
    return stages.stream().map(Stage::length).reduce(Duration.ZERO, Duration::plus);
  }

  @Override
  public long nanosOf(double requests) {
    double left = requests;
    double rate = startPerSecond;
    long startNanos = 0;
    for (Stage stage : stages) {
      double seconds = stage.length().toNanos() / 1e9;
      double asked = (rate + stage.endPerSecond) / 2 * seconds;
      if (left < asked) {
        return startNanos + (long) (secondsInto(rate, stage.endPerSecond, seconds, left) * 1e9);
      }
      left -= asked;
      rate = stage.endPerSecond;
      startNanos += stage.length().toNanos();
    }
    return NEVER;
  }

  /**
   * Solves {@code rate t + slope t^2 / 2 = requests} for the earlier t, in the form that neither a
   * flat stage nor a start at rate 0 divides by zero.
   */
  private static double secondsInto(double from, double to, double seconds, double requests) {
    if (requests == 0) {
      return 0;
    }
    double slope = (to - from) / seconds;
    double root = Math.sqrt(Math.max(0, from * from + 2 * slope * requests));
    return 2 * requests / (from + root);
  }
}
