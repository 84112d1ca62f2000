package ratelab.experiments.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import ratelab.experiments.rate.Curve;

class TextCurveTest {
  private static Curve curve(double... values) {
    List<Curve.Point> points = new ArrayList<>();
    for (double value : values) {
      OptionalDouble answer =
          Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
      points.add(new Curve.Point(10_000 + points.size() * 1000L, answer));
    }
    return new Curve(points);
  }

  @Test
  void a_rise_a_plateau_and_a_fall_are_seen() {
    assertThat(TextCurve.draw(curve(0, 0.25, 0.5, 1, 1, 1, 0.5, 0), 12_000, 8, 2))
        .containsExactly("   1.0000 ┤   ███", "        0 ┤▁▄█████▁", "           -2.0s 5.0s");
  }

  @Test
  void a_gap_is_empty_and_zero_is_not() {
    assertThat(TextCurve.draw(curve(0, Double.NaN, 1), 10_000, 3, 1))
        .containsExactly("   1.0000 ┤▁ █", "           0.0s 2.0s");
  }

  @Test
  void without_points_it_says_so() {
    assertThat(TextCurve.draw(new Curve(List.of()), 0, 10, 3)).containsExactly("no points");
  }
}
