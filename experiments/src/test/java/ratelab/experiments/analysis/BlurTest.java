package ratelab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ratelab.experiments.analysis.shape.Aspect;
import ratelab.experiments.analysis.shape.Bounds;
import ratelab.experiments.analysis.shape.CpuPulse;
import ratelab.experiments.analysis.shape.ShapeComparison.Line;
import ratelab.experiments.analysis.shape.ShapeComparison.Outcome;
import ratelab.experiments.analysis.shape.ShapeForecast;
import ratelab.experiments.analysis.shape.Sway;
import ratelab.experiments.analysis.shape.View;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.RangeFunction;
import ratelab.experiments.rate.RangeModifier;
import ratelab.experiments.rate.ScrapeGrid;

/**
 * Scrapes come every 15 s; a pulse of 0.1 cores lasts from 200 ms after one to another's 200 ms.
 */
class BlurTest {
  private static final Blur BLUR = new Blur(1_000);
  private static final CpuPulse PULSE = pulse(300_200, 900_200);
  private static final View PLAIN = view(RangeModifier.PLAIN);

  @ParameterizedTest
  @EnumSource(names = {"REACTION", "RISE", "PLATEAU", "RETURN", "VISIBLE", "LAG"})
  void what_is_as_forecast_is_explained(Aspect aspect) {
    assertThat(BLUR.explains(seen(aspect, middle(aspect, PULSE)), PLAIN, PULSE)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"REACTION", "RISE", "RETURN"})
  void a_curve_that_is_two_scrapes_late_is_not_explained(Aspect aspect) {
    double late = bounds(aspect, PLAIN, PULSE).high() + 30;

    assertThat(BLUR.explains(seen(aspect, late), PLAIN, PULSE)).isFalse();
  }

  @Test
  void a_height_that_is_off_is_not_explained() {
    Line line = seen(Aspect.PLATEAU, 1.05 * bounds(Aspect.PLATEAU, PLAIN, PULSE).high());

    assertThat(BLUR.explains(line, PLAIN, PULSE)).isFalse();
  }

  /** 600 s hold 40 intervals of 15 s. */
  @Test
  void an_anchored_height_is_explained_to_one_interval_of_the_pulse() {
    View anchored = view(RangeModifier.ANCHORED);
    double height = bounds(Aspect.PLATEAU, anchored, PULSE).high();

    assertThat(BLUR.explains(seen(Aspect.PLATEAU, height + 0.1 / 41), anchored, PULSE)).isTrue();
    assertThat(BLUR.explains(seen(Aspect.PLATEAU, height + 0.1 / 39), anchored, PULSE)).isFalse();
  }

  @Test
  void a_lag_is_explained_by_where_the_pulse_may_have_been() {
    double lag = bounds(Aspect.LAG, PLAIN, PULSE).high();

    assertThat(BLUR.explains(seen(Aspect.LAG, lag + 1.9), PLAIN, PULSE)).isTrue();
    assertThat(BLUR.explains(seen(Aspect.LAG, lag + 20), PLAIN, PULSE)).isFalse();
  }

  /** 60 s hold 4 scrapes, 3 gaps; a sample that comes a millisecond late leaves 3 and 2. */
  @Test
  void a_peak_is_explained_by_one_scrape_less_in_its_window() {
    double peak = bounds(Aspect.OVERSHOOT, PLAIN, PULSE).high();

    assertThat(BLUR.explains(seen(Aspect.OVERSHOOT, 3 / 2.0 * peak), PLAIN, PULSE)).isTrue();
    assertThat(BLUR.explains(seen(Aspect.OVERSHOOT, 4 / 2.0 * peak), PLAIN, PULSE)).isFalse();
  }

  /** It reaches back over 4 gaps, or over 5. */
  @Test
  void an_anchored_peak_is_explained_by_one_gap_more() {
    View anchored = view(RangeModifier.ANCHORED);

    assertThat(BLUR.explains(seen(Aspect.OVERSHOOT, 5 / 4.0), anchored, PULSE)).isTrue();
    assertThat(BLUR.explains(seen(Aspect.OVERSHOOT, 6 / 4.0), anchored, PULSE)).isFalse();
  }

  @Test
  void nothing_seen_is_nothing_explained() {
    Line line =
        new Line(Aspect.RISE, new Bounds(0, 60), OptionalDouble.empty(), 60, Outcome.UNKNOWN, "");

    assertThat(BLUR.explains(line, PLAIN, PULSE)).isFalse();
  }

  private static CpuPulse pulse(long startMillis, long endMillis) {
    return new CpuPulse(
        startMillis,
        startMillis,
        endMillis,
        endMillis,
        (startMillis + endMillis) / 2.0,
        0.1,
        60,
        0,
        Sway.NONE);
  }

  private static View view(RangeModifier modifier) {
    return new View(
        new ScrapeGrid(0, Duration.ofSeconds(15)),
        Duration.ofSeconds(60),
        RangeFunction.RATE,
        modifier,
        Dialect.V3);
  }

  private static Bounds bounds(Aspect aspect, View view, CpuPulse pulse) {
    return ShapeForecast.of(view, pulse).of(aspect).orElseThrow();
  }

  private static double middle(Aspect aspect, CpuPulse pulse) {
    Bounds bounds = bounds(aspect, PLAIN, pulse);
    return (bounds.low() + bounds.high()) / 2;
  }

  /** What missed the forecast, with no tolerance of its own. */
  private static Line seen(Aspect aspect, double observed) {
    return new Line(
        aspect, bounds(aspect, PLAIN, PULSE), OptionalDouble.of(observed), 0, Outcome.MISSES, "");
  }
}
