package ratelab.experiments.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.rate.RangeFunction;
import ratelab.experiments.rate.RangeQuery;

class OracleComparisonTest {
  private static final RangeQuery QUERY =
      new RangeQuery("cpu", "g", RangeFunction.RATE, Duration.ofSeconds(30));
  private static final double GAP = Double.NEGATIVE_INFINITY;

  @Test
  void equal_curves_have_no_difference_and_common_gaps_are_no_points() {
    Curve curve = curve(GAP, 1, 2, Double.NaN, GAP);

    assertThat(OracleComparison.of(QUERY, curve, curve(GAP, 1, 2, Double.NaN, GAP)))
        .isEqualTo(new OracleComparison(QUERY, curve, 3, 0, List.of()));
  }

  @Test
  void the_last_bit_a_gap_and_the_sign_of_zero_are_differences() {
    Curve answers = curve(0.1, GAP, 0.0, 4);

    assertThat(OracleComparison.of(QUERY, answers, curve(0.10000000000000002, 0, -0.0, 4)))
        .isEqualTo(
            new OracleComparison(
                QUERY,
                answers,
                4,
                3,
                List.of(
                    QUERY + " at 1970-01-01T00:00:00Z: Prometheus 0.1, model 0.10000000000000002",
                    QUERY + " at 1970-01-01T00:00:01Z: Prometheus nothing, model 0.0",
                    QUERY + " at 1970-01-01T00:00:02Z: Prometheus 0.0, model -0.0")));
  }

  @Test
  void only_the_first_differences_are_spelled_out() {
    OracleComparison comparison =
        OracleComparison.of(QUERY, curve(1, 2, 3, 4, 5, 6, 7), curve(0, 0, 0, 0, 0, 0, 0));

    assertThat(comparison.differing()).isEqualTo(7);
    assertThat(comparison.differences()).hasSize(5);
  }

  /** Points 1 s apart. */
  private static Curve curve(double... values) {
    List<Curve.Point> points = new ArrayList<>();
    for (double value : values) {
      OptionalDouble there = value == GAP ? OptionalDouble.empty() : OptionalDouble.of(value);
      points.add(new Curve.Point(1000L * points.size(), there));
    }
    return new Curve(points);
  }
}
