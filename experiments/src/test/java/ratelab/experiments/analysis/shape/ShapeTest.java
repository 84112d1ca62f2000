package ratelab.experiments.analysis.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.ScrapeGrid;

/** A load of a minute seen through a window of ten seconds, and the target's start before it. */
class ShapeTest {
  private static final View VIEW =
      View.rate(new ScrapeGrid(0, Duration.ofSeconds(1)), Duration.ofSeconds(10), Dialect.V3);
  private static final CpuPulse PULSE =
      new CpuPulse(100_000, 100_000, 160_000, 160_000, 130_000, 0.1, 6, 0, Sway.NONE);

  @Test
  void what_the_curve_shows_before_the_pulse_moves_no_lag() {
    assertThat(lag(t -> t >= 105_000 && t <= 165_000)).hasValue(5);
    assertThat(lag(t -> (t >= 105_000 && t <= 165_000) || (t >= 90_000 && t < 98_000))).hasValue(5);
  }

  @Test
  void a_pulse_that_is_higher_at_first_lags_from_its_own_centre() {
    CpuPulse leaning =
        new CpuPulse(100_000, 100_000, 160_000, 160_000, 120_000, 0.1, 6, 0, Sway.NONE);
    LongPredicate movedByHalfAWindow = t -> t >= 105_000 && t <= 145_000;

    assertThat(Shape.of(curve(movedByHalfAWindow), VIEW, leaning).of(Aspect.LAG).orElseThrow())
        .isCloseTo(5, within(1e-9));
  }

  private static OptionalDouble lag(LongPredicate busy) {
    return Shape.of(curve(busy), VIEW, PULSE).of(Aspect.LAG);
  }

  private static Curve curve(LongPredicate busy) {
    return new Curve(
        LongStream.rangeClosed(0, 300)
            .map(second -> second * 1000)
            .mapToObj(t -> new Curve.Point(t, OptionalDouble.of(busy.test(t) ? 0.1 : 0)))
            .toList());
  }
}
