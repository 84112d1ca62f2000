package ratelab.loadgen.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ratelab.loadgen.schedule.Stages.Stage;

final class RateCurveTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void a_constant_rate_is_even_for_ever() {
    RateCurve curve = new ConstantRate(4);

    assertThat(DoubleStream.of(0, 1, 2, 4e9).mapToLong(curve::nanosOf))
        .containsExactly(0L, SECOND / 4, SECOND / 2, SECOND * 1_000_000_000);
  }

  @Test
  void a_stage_whose_rate_does_not_change_is_even() {
    Stages flat = stages(10, stage(2, 10));

    assertThat(flat.nanosOf(0)).isZero();
    assertThat(flat.nanosOf(5)).isEqualTo(SECOND / 2);
    assertThat(flat.nanosOf(19.999)).isLessThan(2 * SECOND);
    assertThat(flat.nanosOf(20)).isEqualTo(RateCurve.NEVER);
  }

  @Test
  void a_ramp_from_zero_is_half_done_after_the_root_of_a_half() {
    Stages ramp = stages(0, stage(10, 100));

    assertThat(ramp.nanosOf(0)).isZero();
    assertThat(ramp.nanosOf(250) / 1e9).isCloseTo(10 * Math.sqrt(0.5), within(1e-6));
    assertThat(ramp.nanosOf(499.999) / 1e9).isCloseTo(10, within(1e-3));
  }

  @Test
  void stages_follow_each_other_and_ask_for_the_area_under_the_ramps() {
    Stages all = stages(0, stage(10, 100), stage(30, 500), stage(10, 0));
    int asked = 500 + 9_000 + 2_500;

    assertThat(all.length()).isEqualTo(Duration.ofSeconds(50));
    assertThat(all.nanosOf(500)).isEqualTo(10 * SECOND);
    assertThat(all.nanosOf(9_500)).isEqualTo(40 * SECOND);
    assertThat(all.nanosOf(asked - 1.0)).isLessThan(50 * SECOND);
    assertThat(all.nanosOf(asked)).isEqualTo(RateCurve.NEVER);
    assertThat(IntStream.range(0, asked + 1).mapToLong(all::nanosOf).toArray()).isSorted();
  }

  private static Stages stages(double startRate, Stage... stages) {
    return new Stages(startRate, List.of(stages));
  }

  private static Stage stage(long seconds, double endRate) {
    return new Stage(Duration.ofSeconds(seconds), endRate);
  }
}
