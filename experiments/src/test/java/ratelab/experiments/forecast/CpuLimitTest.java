package ratelab.experiments.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Scenario;

/** 10 ms of CPU in each 100 ms. */
class CpuLimitTest {
  private static final double EXACT = 1e-12;
  private static final CpuLimit LIMIT = new CpuLimit(0.1);
  private static final Scenario THROTTLE = BuiltInScenarios.read("throttle");

  @Test
  void a_request_takes_its_cpu_time_as_many_times_as_the_limit_goes_into_one() {
    assertThat(LIMIT.timeFor(Duration.ofMillis(105))).isEqualTo(Duration.ofMillis(1050));
  }

  /** 30 shares and one, and a slice; and of these one more slice but 1 ms a second is lost. */
  @Test
  void a_curve_is_as_high_as_the_limit_but_for_a_share_and_a_slice() {
    assertThat(LIMIT.highest(Duration.ofSeconds(3))).isCloseTo(0.1 + 0.015 / 3, within(EXACT));
    assertThat(LIMIT.lowest(Duration.ofSeconds(3), Duration.ofSeconds(1)))
        .isCloseTo(0.1 - 0.015 / 3 - 0.004, within(EXACT));
  }

  @Test
  void only_a_target_that_computes_for_one_request_at_a_time_is_as_fast_as_its_limit_lets_it() {
    assertThat(CpuLimit.of(THROTTLE.target())).contains(LIMIT);
    assertThat(CpuLimit.of(THROTTLE.target().withCpus(OptionalDouble.empty()))).isEmpty();
    assertThat(CpuLimit.of(THROTTLE.target().withCpus(OptionalDouble.of(1.5)))).isEmpty();
    assertThat(CpuLimit.of(THROTTLE.target().withSleep(Duration.ofMillis(10)))).isEmpty();
    assertThat(CpuLimit.of(BuiltInScenarios.read("seed").target())).isEmpty();
  }

  /** Periods are whole ones of 100 ms: 1.05 s on average, known to a tenth of one over ten. */
  @Test
  void at_the_loads_end_whole_periods_and_what_a_young_jvm_compiles_may_be_off() {
    Duration measured = Duration.ofMillis(1080);
    List<Duration> periods =
        Stream.of(1000, 1100, 1000, 1100, 1000, 1100, 1000, 1100, 1000, 1100)
            .map(Duration::ofMillis)
            .toList();
    LoadCounts counts = new LoadCounts(34, 2, 32, 0, 12_000, 14_000);

    Forecast forecast =
        new Forecaster(THROTTLE, List.of(measured)).atLoadEnd(14_000, counts, periods);

    assertThat(forecast.serviceTime()).isEqualTo(Duration.ofMillis(1050));
    assertThat(forecast.drain()).isEqualTo(Duration.ofMillis(34 * 1050 - 14_000));
    // A scrape; 10 ms on each request; 50 ms on each of the 24 to come.
    assertThat(forecast.tolerance()).isEqualTo(Duration.ofMillis(1000 + 340 + 1200));
  }
}
