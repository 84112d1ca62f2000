package ratelab.experiments.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ratelab.experiments.scenario.AcceptPolicy;
import ratelab.experiments.scenario.Concurrency;
import ratelab.experiments.scenario.ForecastStage;
import ratelab.experiments.scenario.Load;
import ratelab.experiments.scenario.Platform;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.Target;
import ratelab.experiments.scenario.Targets;
import ratelab.experiments.scenario.Work;

/** Against the recorded original: 155 requests, 9 answered, 711 s of drain after hey's exit. */
class ForecasterTest {
  private static final long START = 1_795_331_467_000L;
  private static final long HEY_EXIT = START + 65_091;
  private static final Duration OBSERVED_DRAIN = Duration.ofSeconds(711);
  private static final List<Duration> CALIBRATION =
      Stream.of(5010, 5005, 5004).map(Duration::ofMillis).toList();
  private static final LoadCounts COUNTS =
      new LoadCounts(155, 9, 146, START, START + 60_000, HEY_EXIT);

  @Test
  void before_the_load_the_drain_is_within_five_percent_and_two_service_times() {
    Forecast forecast = new Forecaster(original(), CALIBRATION).beforeLoad(START, START);

    assertThat(forecast.sent()).isEqualTo(154);
    assertThat(forecast.answered()).isEqualTo(10);
    assertThat(forecast.drain().minus(OBSERVED_DRAIN).abs())
        .isLessThan(Tolerances.beforeLoad(OBSERVED_DRAIN, Duration.ofMillis(5005)));
  }

  @Test
  void at_load_end_the_drain_is_within_one_scrape_the_calibrations_error_and_its_overhead() {
    Forecast forecast =
        new Forecaster(original(), CALIBRATION).atLoadEnd(HEY_EXIT, COUNTS, List.of());

    assertThat(forecast.drain()).isEqualTo(Duration.ofMillis(155 * 5005 - 65_091));
    assertThat(forecast.tolerance()).isEqualTo(Duration.ofMillis(15_000 + 3 * 155 + 5 * 155));
    assertThat(forecast.drain().minus(OBSERVED_DRAIN).abs()).isLessThan(forecast.tolerance());
  }

  @Test
  void at_load_end_what_a_busy_server_did_so_far_says_more_than_the_calibration() {
    List<Duration> periods = Stream.of(5010, 5020, 5030, 5040).map(Duration::ofMillis).toList();
    Forecast forecast =
        new Forecaster(original(), CALIBRATION).atLoadEnd(HEY_EXIT, COUNTS, periods);

    assertThat(forecast.serviceTime()).isEqualTo(Duration.ofMillis(5025));
    assertThat(forecast.drain()).isEqualTo(Duration.ofMillis(155 * 5025 - 65_091));
    // Two standard errors of the mean, 6.455 ms each; the 25 ms beyond the sleep for the 151 to
    // come.
    assertThat(forecast.tolerance().toMillis()).isCloseTo(15_000 + 2001 + 25 * 151, within(1L));
  }

  @Test
  void a_service_that_nobody_can_look_into_goes_on_as_it_did_under_load() {
    SeenWork seen =
        new SeenWork(13, 142, Duration.ofMillis(HEY_EXIT - START), Duration.ofMillis(5005));

    assertThat(new Forecaster(original(), CALIBRATION).atLoadEnd(HEY_EXIT, COUNTS, seen))
        .isEqualTo(
            new Forecast(
                ForecastStage.LOAD_END,
                HEY_EXIT,
                Duration.ofMillis(5005),
                155,
                9,
                146,
                HEY_EXIT,
                HEY_EXIT + 142 * 5005,
                // A scrape, the calibration's error on each, one service time, and that of the
                // pace.
                Duration.ofMillis(15_000 + 3 * 142 + 5005 + 284),
                List.of(
                    new WindowReturn(
                        Duration.ofSeconds(30),
                        HEY_EXIT + 142 * 5005 - 20_715 - 5005 + 15_000,
                        HEY_EXIT + 142 * 5005 + 20_715 + 30_000),
                    new WindowReturn(
                        Duration.ofMinutes(1),
                        HEY_EXIT + 142 * 5005 - 20_715 - 5005 + 45_000,
                        HEY_EXIT + 142 * 5005 + 20_715 + 60_000))));
  }

  @Test
  void each_window_is_back_within_its_delay_after_the_last_work() {
    Forecast forecast =
        new Forecaster(original(), CALIBRATION).atLoadEnd(HEY_EXIT, COUNTS, List.of());
    long lastWork = START + 155 * 5005;

    assertThat(forecast.returns())
        .containsExactly(
            new WindowReturn(
                Duration.ofSeconds(30),
                lastWork - 16_240 - 5_005 + 15_000,
                lastWork + 16_240 + 30_000),
            new WindowReturn(
                Duration.ofMinutes(1),
                lastWork - 16_240 - 5_005 + 45_000,
                lastWork + 16_240 + 60_000));
  }

  @Test
  void a_window_that_shows_nothing_is_never_back() {
    List<Duration> windows = Stream.of(10, 15, 20, 30).map(Duration::ofSeconds).toList();

    Forecast forecast =
        new Forecaster(original().withWindows(windows), CALIBRATION).beforeLoad(START, START);

    assertThat(forecast.returns())
        .extracting(WindowReturn::window)
        .containsExactly(Duration.ofSeconds(20), Duration.ofSeconds(30));
  }

  @Test
  void afterwards_the_identity_uses_the_service_time_as_it_was() {
    Forecast forecast =
        new Forecaster(original(), CALIBRATION)
            .afterwards(HEY_EXIT, COUNTS, Duration.ofMillis(5009));

    assertThat(forecast.stage()).isEqualTo(ForecastStage.AFTERWARDS);
    assertThat(forecast.drain()).isEqualTo(Duration.ofMillis(155 * 5009 - 65_091));
  }

  /** The forecast could be wrong: each of these belongs to another experiment than the one run. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongScenarios")
  void a_wrong_scenario_makes_the_forecast_before_the_load_fail(
      String wrong, UnaryOperator<Scenario> change, List<Duration> calibration) {
    Forecast forecast =
        new Forecaster(change.apply(original()), calibration).beforeLoad(START, START);

    boolean drainHolds =
        forecast
                .drain()
                .minus(OBSERVED_DRAIN)
                .abs()
                .compareTo(Tolerances.beforeLoad(forecast.drain(), Duration.ofMillis(5005)))
            <= 0;
    boolean answeredHolds = Math.abs(forecast.answered() - 9) <= 3;
    assertThat(drainHolds && answeredHolds).as("drain %s", forecast.drain()).isFalse();
  }

  static Stream<Arguments> wrongScenarios() {
    return Stream.of(
        Arguments.of("worker count", with(s -> s.withLoad(load(45, 20))), CALIBRATION),
        Arguments.of("timeout", with(s -> s.withLoad(load(50, 30))), CALIBRATION),
        Arguments.of("accept policy", with(s -> s.withTarget(node(AcceptPolicy.ALL))), CALIBRATION),
        Arguments.of("service time", with(s -> s), List.of(Duration.ofMillis(5700))));
  }

  private static UnaryOperator<Scenario> with(UnaryOperator<Scenario> change) {
    return change;
  }

  private static Load load(int workers, int timeoutSeconds) {
    return new Load(workers, Duration.ofMinutes(1), Duration.ofSeconds(timeoutSeconds));
  }

  private static Target node(AcceptPolicy accept) {
    return Targets.app(
        Platform.NODE,
        Concurrency.SINGLE,
        Work.EXEC,
        Duration.ofSeconds(5),
        Duration.ZERO,
        1,
        accept);
  }

  private static Scenario original() {
    return new Scenario(
        "original",
        "",
        node(AcceptPolicy.ONE),
        load(50, 20),
        Duration.ofSeconds(15),
        List.of(Duration.ofSeconds(30), Duration.ofMinutes(1)),
        Duration.ofSeconds(90),
        List.of(),
        1,
        List.of());
  }
}
