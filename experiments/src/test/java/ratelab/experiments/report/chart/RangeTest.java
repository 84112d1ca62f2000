package ratelab.experiments.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RangeTest {
  @Test
  void a_range_leaves_room_above_its_values() {
    assertThat(Range.around(DoubleStream.of(10, 20))).isEqualTo(new Range(10, 21.5));
    assertThat(Range.fromZero(DoubleStream.of(10, 20))).isEqualTo(new Range(0, 23));
    assertThat(Range.fromZero(DoubleStream.of(-10, 10))).isEqualTo(new Range(-10, 13));
  }

  @Test
  void a_range_has_an_extent_although_its_values_have_none() {
    assertThat(Range.around(DoubleStream.empty())).isEqualTo(new Range(0, 1));
    assertThat(Range.around(DoubleStream.of(4, 4))).isEqualTo(new Range(2, 4.6));
    assertThat(Range.fromZero(DoubleStream.empty())).isEqualTo(new Range(0, 1));
    assertThat(Range.fromZero(DoubleStream.of(0, 0))).isEqualTo(new Range(0, 1));
  }
}
