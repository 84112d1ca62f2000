package ratelab.experiments.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RateModelTest {
  private static final String METRIC = "cpu_seconds_total";
  private static final OptionalDouble GAP = OptionalDouble.empty();

  @Test
  void a_curve_is_a_gap_where_the_window_holds_fewer_than_two_samples() {
    Curve curve = curve(Dialect.V3, RangeFunction.IDELTA, counter("user", 0, 1, 3));

    assertThat(curve)
        .isEqualTo(
            new Curve(
                List.of(
                    new Curve.Point(0, GAP),
                    new Curve.Point(10_000, OptionalDouble.of(1)),
                    new Curve.Point(20_000, OptionalDouble.of(2)),
                    new Curve.Point(30_000, OptionalDouble.of(2)),
                    new Curve.Point(40_000, GAP))));
  }

  @Test
  void a_stale_marker_is_skipped_and_does_not_cut_the_window() {
    Series marked =
        new Series(
            id("user"), List.of(new Sample(0, 100), Sample.stale(10_000), new Sample(20_000, 120)));
    Series unmarked = new Series(id("user"), List.of(new Sample(0, 100), new Sample(20_000, 120)));

    for (RangeFunction function : RangeFunction.values()) {
      assertThat(curve(Dialect.V2_42, function, marked))
          .isEqualTo(curve(Dialect.V2_42, function, unmarked));
    }
  }

  @Test
  void resets_and_changes_count_from_sample_to_sample_and_one_sample_is_enough() {
    Series series = counter("user", 5, 5, 7, 0, 0, 3, 2);

    assertThat(values(RangeFunction.RESETS, series)).containsExactly(0, 0, 0, 1, 1, 0, 1);
    assertThat(values(RangeFunction.CHANGES, series)).containsExactly(0, 0, 1, 2, 1, 1, 2);
  }

  /** Within the last three samples. */
  private static double[] values(RangeFunction function, Series series) {
    return LongStream.range(0, series.samples().size())
        .mapToDouble(
            i ->
                new RateModel(Dialect.V3)
                    .valueAt(function, Duration.ofSeconds(25), series, i * 10_000 + 1)
                    .orElseThrow())
        .toArray();
  }

  @Test
  void resets_and_changes_of_no_sample_are_absent() {
    assertThat(
            new RateModel(Dialect.V3)
                .valueAt(
                    RangeFunction.RESETS, Duration.ofSeconds(5), counter("user", 1, 2), 60_000))
        .isEmpty();
  }

  @Test
  void the_series_that_have_a_value_are_summed_and_the_others_left_out() {
    Series other =
        new Series(
            SeriesId.of(METRIC, Map.of("groupname", "other", "mode", "user")),
            List.of(new Sample(0, 0), new Sample(10_000, 1000)));

    Curve curve =
        curve(
            Dialect.V3,
            RangeFunction.IDELTA,
            counter("user", 0, 10, 20),
            counter("system", 0, 3),
            other);

    assertThat(curve.points())
        .extracting(Curve.Point::value)
        .containsExactly(
            GAP, OptionalDouble.of(13), OptionalDouble.of(13), OptionalDouble.of(10), GAP);
  }

  @Test
  void sums_are_taken_in_the_order_of_labels_and_compensated_from_2_54_on() {
    Series[] series = {counter("c", 0, 0.3), counter("a", 0, 0.1), counter("b", 0, 0.2)};

    assertThat(valueAt10Seconds(Dialect.V2_42, series)).hasValue(0.1 + 0.2 + 0.3);
    assertThat(valueAt10Seconds(Dialect.V2_51, series)).hasValue(0.6000000000000001);
    assertThat(valueAt10Seconds(Dialect.V2_54, series)).hasValue(0.6);
    assertThat(valueAt10Seconds(Dialect.V3, series)).hasValue(0.6);
  }

  private static OptionalDouble valueAt10Seconds(Dialect dialect, Series... series) {
    return curve(dialect, RangeFunction.IDELTA, series).points().get(1).value();
  }

  private static Curve curve(Dialect dialect, RangeFunction function, Series... series) {
    RangeQuery query = new RangeQuery(METRIC, "g", function, Duration.ofSeconds(25));
    return new RateModel(dialect)
        .curve(query, List.of(series), new Steps(0, 40_000, Duration.ofSeconds(10)));
  }

  /** Values 10 s apart. */
  private static Series counter(String mode, double... values) {
    List<Sample> samples = new ArrayList<>();
    for (double value : values) {
      samples.add(new Sample(10_000L * samples.size(), value));
    }
    return new Series(id(mode), samples);
  }

  private static SeriesId id(String mode) {
    return SeriesId.of(METRIC, Map.of("groupname", "g", "mode", mode));
  }
}
