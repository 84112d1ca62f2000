package ratelab.experiments.lab.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.forecast.Forecaster;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.recording.Marks;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.Throttling;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.ForecastStage;
import ratelab.experiments.scenario.Scenario;

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
    assertThat(analysis.verdicts()).isNotEmpty().allMatch(v -> v.status() == Status.PASS);
  }

  @Test
  void the_drain_is_longer_than_on_a_whole_processor() {
    Scenario unlimited = scenario.withTarget(scenario.target().withCpus(OptionalDouble.empty()));
    Marks marks = recording.marks();
    Duration forecast =
        new Forecaster(unlimited, List.of(BURN, BURN, BURN))
            .beforeLoad(marks.loadStartMillis(), marks.loadStartMillis())
            .drain();
    assertThat(recording.forecast(ForecastStage.BEFORE_LOAD).orElseThrow().drain())
        .isGreaterThan(forecast.multipliedBy(3).dividedBy(2));
  }

  /** Between two scrapes in the middle of the load, over whole periods of the kernel's control. */
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
    double seconds = (last.timestampMillis() - first.timestampMillis()) / 1000.0;
    assertThat((last.value() - first.value()) / seconds).isCloseTo(CPUS, within(0.01));
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
