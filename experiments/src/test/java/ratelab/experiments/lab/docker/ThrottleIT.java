package ratelab.experiments.lab.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ratelab.experiments.PassOrDoubt;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.analysis.Verdict;
import ratelab.experiments.forecast.CpuLimit;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.forecast.Forecaster;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.recording.Marks;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.ThrottledPeriods;
import ratelab.experiments.recording.Throttling;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Expectation;
import ratelab.experiments.scenario.ForecastStage;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.Target;

/** A limited container: its curve is as flat as its limit, and its drain is the longer for it. */
@ExtendWith(DockerGuard.class)
@TestInstance(Lifecycle.PER_CLASS)
class ThrottleIT {
  private static final double CPUS = 0.1;
  private static final Duration BURN = Duration.ofMillis(100);

  private final Scenario scenario = BuiltInScenarios.read("throttle");

  @SuppressWarnings("NullAway.Init") // JUnit calls play() first.
  private Recording recording;

  @BeforeAll
  void play(@TempDir Path directory) {
    recording =
        new DockerLab(DockerRuns.options(directory.resolve("throttle"), false))
            .record(scenario, LabListener.SILENT);
  }

  @Test
  void the_drain_is_as_forecast_for_the_limited_target() {
    Analysis analysis = Analyst.analyse(recording);
    assertThat(analysis.problems()).isEmpty();
    assertThat(analysis.verdicts()).isNotEmpty().allSatisfy(PassOrDoubt::assertPassOrDoubt);
  }

  @Test
  void the_drain_of_a_target_without_the_limit_is_another_one() {
    Scenario unlimited = scenario.withTarget(scenario.target().withCpus(OptionalDouble.empty()));
    Marks marks = recording.marks();
    Forecast forecast =
        new Forecaster(unlimited, List.of(BURN, BURN, BURN))
            .beforeLoad(marks.loadStartMillis(), marks.loadStartMillis());
    Recording forAnother = recording.with().forecasts(List.of(forecast)).build();
    assertThat(
            Analyst.judge(
                forAnother, new Expectation.DrainAsForecast(ForecastStage.BEFORE_LOAD, 0.05, 2)))
        .anyMatch(v -> v.name().startsWith("drain") && isWrongOrStarved(v));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.09, 0.11})
  void the_plateau_of_another_limit_is_another_one(double cpus) {
    Target other = scenario.target().withCpus(OptionalDouble.of(cpus));
    Recording forAnother = recording.with().scenario(scenario.withTarget(other)).build();
    assertThat(Analyst.judge(forAnother, new Expectation.PlateauAtLimit()))
        .anyMatch(ThrottleIT::isWrongOrStarved);
  }

  /** Beside builds and other tests the target may get less than its limit, and that is said. */
  private static boolean isWrongOrStarved(Verdict verdict) {
    return verdict.status() == Status.FAIL
        || verdict.reason().startsWith("The target got less than its limit");
  }

  /** Between two scrapes in the middle of the load. */
  @Test
  void the_curve_is_as_flat_as_the_limit() {
    Marks marks = recording.marks();
    List<Sample> samples =
        recording.series().stream()
            .filter(s -> s.id().metric().equals(CpuCounter.NANOSECONDS.metric()))
            .filter(s -> s.id().label("groupname").equals(recording.info().targetGroup()))
            .findFirst()
            .orElseThrow()
            .between(marks.loadStartMillis() + 1000, marks.loadEndMillis())
            .samples();
    Sample first = samples.getFirst();
    Sample last = samples.getLast();
    Duration span = Duration.ofMillis(last.timestampMillis() - first.timestampMillis());
    CpuLimit limit = new CpuLimit(CPUS);
    boolean starved =
        Analyst.judge(recording, new Expectation.PlateauAtLimit()).stream()
            .anyMatch(v -> v.status() == Status.INCONCLUSIVE);
    assertThat((last.value() - first.value()) / (span.toMillis() / 1000.0))
        .isBetween(starved ? 0 : limit.lowest(span, Duration.ofSeconds(1)), limit.highest(span));
  }

  /** Once a second, and a period is a tenth of one. */
  @Test
  void each_second_of_the_load_is_known_how_often_it_was_throttled() {
    Marks marks = recording.marks();
    assertThat(
            ThrottledPeriods.between(
                recording.series(), marks.loadStartMillis(), marks.loadEndMillis()))
        .hasSizeGreaterThanOrEqualTo(10)
        .allSatisfy(stretch -> assertThat(stretch.periods()).isBetween(5L, 25L));
  }

  @Test
  void the_record_says_how_often_it_was_throttled() {
    Throttling throttling = Throttling.in(recording.info().versions()).orElseThrow();
    assertThat(throttling.cpus()).isEqualTo(CPUS);
    // A target that always works waits in every period of 100 ms.
    assertThat(throttling.throttledPeriods()).isBetween(100L, throttling.periods());
    assertThat(throttling.throttled()).isGreaterThan(Duration.ofSeconds(5));
  }
}
