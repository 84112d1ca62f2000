package ratelab.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.analysis.Verdict;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.forecast.Forecaster;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.AcceptPolicy;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Expectation;
import ratelab.experiments.scenario.Load;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.Target;
import ratelab.experiments.scenario.Targets;

class SimulatedLabTest {
  private static final int SEEDS = 40;

  /** Curves by the thousand are drawn of each run. */
  private static final int SEEDS_WIDELY_SEEN = 2;

  @ParameterizedTest
  @MethodSource("catalogue")
  void every_expectation_of_a_built_in_scenario_holds_at_any_scrape_phase(Scenario nominal) {
    for (double speed : speeds(nominal)) {
      Scenario scenario = nominal.at(speed);
      IntStream.range(0, isWidelySeen(nominal) ? SEEDS_WIDELY_SEEN : SEEDS)
          .forEach(
              seed ->
                  assertThat(analysis(scenario, SimulatedWorld.asTheOriginal(seed)))
                      .as("seed %d at speed %s", seed, speed)
                      .returns(Status.PASS, Analysis::status));
    }
  }

  /** CPU time does not scale; curves by the thousand are drawn at speeds that are played, too. */
  private static double[] speeds(Scenario nominal) {
    if (isWidelySeen(nominal)) {
      return new double[] {1, 2, 10};
    }
    return nominal.target().work().sleeps() ? new double[] {1, 10, 20} : new double[] {1};
  }

  private static boolean isWidelySeen(Scenario scenario) {
    return scenario.expectations().stream().anyMatch(Expectation.ShapeAsDerived.class::isInstance);
  }

  static Stream<Named<Scenario>> catalogue() {
    return BuiltInScenarios.list().stream().map(scenario -> Named.of(scenario.name(), scenario));
  }

  @Test
  void the_same_seed_gives_the_same_recording() {
    Scenario scenario = BuiltInScenarios.read("seed");
    SimulatedWorld world = SimulatedWorld.asTheOriginal(7);

    assertThat(new SimulatedLab(world).record(scenario, LabListener.SILENT))
        .isEqualTo(new SimulatedLab(world).record(scenario, LabListener.SILENT));
  }

  @Test
  void cpu_that_the_handler_spends_takes_time_and_is_counted() {
    Scenario seed = BuiltInScenarios.read("seed");
    Target t = seed.target();
    Scenario computing =
        seed.withTarget(
            Targets.app(
                t.platform(),
                t.concurrency(),
                t.work(),
                t.sleep(),
                Duration.ofMillis(200),
                t.threads(),
                t.accept()));

    Recording run =
        new SimulatedLab(SimulatedWorld.asTheOriginal(1)).record(computing, LabListener.SILENT);

    assertThat(run.calibration()).containsOnly(Duration.ofMillis(5205));
    assertThat(countedSeconds(run)).isCloseTo(run.load().sent() * 0.2025, within(0.1));
  }

  /**
   * The calibration measures the service time, so a scenario cannot be wrong about it; but a
   * service that the calibration does not find as it is under load makes the forecast fail.
   */
  @Test
  void a_service_time_that_the_calibration_got_wrong_fails() {
    Scenario seed = BuiltInScenarios.read("seed");
    Recording run =
        new SimulatedLab(SimulatedWorld.asTheOriginal(1)).record(seed, LabListener.SILENT);
    Forecast wrong =
        new Forecaster(seed, List.of(Duration.ofSeconds(4)))
            .beforeLoad(run.marks().loadStartMillis(), run.marks().loadStartMillis());

    assertThat(failed(Analyst.analyse(withForecasts(run, List.of(wrong)))))
        .contains("drain as forecast before the load");
  }

  /**
   * The scenario says one thing, the world does another: the forecast before the load must miss.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("worlds")
  void a_scenario_that_is_wrong_about_the_world_fails(String wrong, UnaryOperator<Scenario> truth) {
    Analysis analysis =
        analysis(BuiltInScenarios.read("seed"), SimulatedWorld.asTheOriginal(1).inTruth(truth));

    assertThat(analysis.status()).isEqualTo(Status.FAIL);
    assertThat(failed(analysis))
        .containsAnyOf(
            "service time as the scenario states it",
            "drain as forecast before the load",
            "requests answered as forecast before the load");
  }

  static Stream<Arguments> worlds() {
    return Stream.of(
        Arguments.of("worker count", truth(s -> s.withLoad(load(s, 40, 20)))),
        Arguments.of("timeout", truth(s -> s.withLoad(load(s, 50, 30)))),
        Arguments.of(
            "service time",
            truth(s -> s.withTarget(s.target().withSleep(Duration.ofMillis(5700))))),
        Arguments.of("accept policy", truth(s -> s.withTarget(accepting(s.target())))));
  }

  private static UnaryOperator<Scenario> truth(UnaryOperator<Scenario> truth) {
    return truth;
  }

  private static Load load(Scenario scenario, int workers, int timeoutSeconds) {
    return new Load(workers, scenario.load().duration(), Duration.ofSeconds(timeoutSeconds));
  }

  private static Target accepting(Target t) {
    return Targets.app(
        t.platform(), t.concurrency(), t.work(), t.sleep(), t.cpu(), t.threads(), AcceptPolicy.ONE);
  }

  private static Analysis analysis(Scenario scenario, SimulatedWorld world) {
    return Analyst.analyse(new SimulatedLab(world).record(scenario, LabListener.SILENT));
  }

  /** By how much the finer counter rose; it starts when the target is first scraped. */
  private static double countedSeconds(Recording run) {
    List<Sample> samples = run.series().getFirst().samples();
    return samples.getLast().value() - samples.getFirst().value();
  }

  private static Recording withForecasts(Recording run, List<Forecast> forecasts) {
    return run.with().forecasts(forecasts).build();
  }

  private static List<String> failed(Analysis analysis) {
    return analysis.verdicts().stream()
        .filter(v -> v.status() == Status.FAIL)
        .map(Verdict::name)
        .toList();
  }
}
