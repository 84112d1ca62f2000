package ratelab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.rate.Series;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.ThrottledPeriods;
import ratelab.experiments.recording.Throttling;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Expectation;
import ratelab.experiments.scenario.ForecastStage;
import ratelab.experiments.scenario.Scenario;

/** A limited target that works without a pause, as a control group's counters show it. */
class StarvationTest {
  private static final Scenario THROTTLE = BuiltInScenarios.read("throttle");
  private static final Recording RUN = record(SimulatedWorld.asTheOriginal(1));
  private static final List<Expectation> FROM_THE_LIMIT =
      List.of(
          new Expectation.PlateauAtLimit(),
          new Expectation.DrainAsForecast(ForecastStage.BEFORE_LOAD, 0.05, 2),
          new Expectation.DrainAsForecast(ForecastStage.LOAD_END, 0, 0));

  @Test
  void what_follows_from_the_limit_is_judged_where_each_share_was_used_up() {
    assertThat(judge(read(RUN, 10))).allMatch(v -> v.status() == Status.PASS);
  }

  /** It uses it in the next one, before the counters are looked at. */
  @Test
  void a_target_that_got_its_share_late_got_it_all_the_same() {
    assertThat(judge(read(RUN, 7))).allMatch(v -> v.status() == Status.PASS);
  }

  @Test
  void nothing_that_follows_from_the_limit_fails_where_shares_were_not_used_up() {
    assertThat(judge(read(slower(), 7)))
        .allMatch(v -> v.status() == Status.INCONCLUSIVE)
        .allMatch(v -> v.reason().startsWith("The target got less than its limit"));
  }

  @Test
  void a_target_that_uses_up_a_smaller_share_has_another_limit() {
    assertThat(judge(read(slower(), 10))).allMatch(v -> v.status() == Status.FAIL);
  }

  /** Than was forecast. */
  private static Recording slower() {
    return inTruth(OptionalDouble.of(0.07)).with().forecasts(RUN.forecasts()).build();
  }

  @Test
  void a_target_without_the_limit_is_told_from_one_with_it() {
    assertThat(
            judge(
                inTruth(OptionalDouble.empty()),
                new Expectation.DrainAsForecast(ForecastStage.BEFORE_LOAD, 0.05, 2)))
        .anyMatch(v -> v.status() == Status.FAIL);
  }

  /** By a tenth, which tolerances of 10 % could not. */
  @Test
  void a_plateau_at_a_slightly_other_limit_is_told_from_one_at_the_limit() {
    Stream.of(0.09, 0.11)
        .forEach(
            cpus ->
                assertThat(judge(inTruth(OptionalDouble.of(cpus)), FROM_THE_LIMIT.getFirst()))
                    .as("limit in truth %s", cpus)
                    .anyMatch(v -> v.status() == Status.FAIL));
  }

  private static Recording inTruth(OptionalDouble cpus) {
    return record(
        SimulatedWorld.asTheOriginal(1)
            .inTruth(scenario -> scenario.withTarget(scenario.target().withCpus(cpus))));
  }

  private static Recording record(SimulatedWorld world) {
    return new SimulatedLab(world).record(THROTTLE, LabListener.SILENT);
  }

  /** How much CPU a request takes does not follow from the limit. */
  private static List<Verdict> judge(Recording run) {
    return FROM_THE_LIMIT.stream()
        .flatMap(expected -> judge(run, expected).stream())
        .filter(verdict -> !verdict.name().startsWith("service time"))
        .toList();
  }

  private static List<Verdict> judge(Recording run, Expectation expected) {
    return Analyst.judge(run, expected);
  }

  /** Read once a second, of ten periods so many throttled. */
  private static Recording read(Recording run, long throttledOfTen) {
    List<Series> readings =
        LongStream.iterate(
                run.marks().loadStartMillis(), t -> t < run.marks().endMillis(), t -> t + 1000)
            .mapToObj(
                time -> {
                  long seconds = (time - run.marks().loadStartMillis()) / 1000;
                  return ThrottledPeriods.reading(
                      time,
                      new Throttling(
                          0.1, seconds * 10, seconds * throttledOfTen, Duration.ofSeconds(0)));
                })
            .flatMap(List::stream)
            .toList();
    return run.with()
        .series(Stream.concat(run.series().stream(), joined(readings)).toList())
        .build();
  }

  private static Stream<Series> joined(List<Series> readings) {
    return readings.stream()
        .map(Series::id)
        .distinct()
        .map(
            id ->
                new Series(
                    id,
                    readings.stream()
                        .filter(s -> s.id().equals(id))
                        .flatMap(s -> s.samples().stream())
                        .toList()));
  }
}
