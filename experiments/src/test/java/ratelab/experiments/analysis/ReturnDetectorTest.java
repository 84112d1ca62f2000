package ratelab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import ratelab.experiments.rate.Curve;

class ReturnDetectorTest {
  private static final double GAP = Double.NaN;

  @Test
  void the_first_zero_is_not_the_return_if_work_goes_on() {
    assertThat(find(3, 1, 0, 0, 1, 0, 0, 0, 0)).hasValue(4);
  }

  @Test
  void a_curve_that_stays_for_less_than_the_hold_time_has_not_returned() {
    assertThat(find(3, 1, 1, 0, 0, 0)).isEmpty();
  }

  @Test
  void a_long_gap_is_no_zero() {
    assertThat(find(3, 1, 0, 0, GAP, GAP, 0, 0, 0, 0)).hasValue(5);
  }

  @Test
  void a_gap_that_jitter_opens_does_not_end_a_stay() {
    assertThat(find(3, 1, 0, 0, GAP, 0, 1)).hasValue(1);
  }

  @Test
  void nothing_before_the_load_end_counts() {
    assertThat(new ReturnDetector(2, 3, 2).find(curve(0, 0, 0, 0, 0, 0, 0), v -> v == 0))
        .isEqualTo(OptionalLong.of(2));
  }

  private static OptionalLong find(long hold, double... values) {
    return new ReturnDetector(0, hold, 2).find(curve(values), v -> v == 0);
  }

  private static Curve curve(double... values) {
    List<Curve.Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      points.add(
          new Curve.Point(
              i, Double.isNaN(values[i]) ? OptionalDouble.empty() : OptionalDouble.of(values[i])));
    }
    return new Curve(points);
  }
}
