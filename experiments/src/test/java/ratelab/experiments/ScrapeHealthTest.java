package ratelab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.analysis.Verdict;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Cause;
import ratelab.experiments.scenario.Expectation;
import ratelab.experiments.scenario.Scenario;

/**
 * Runs whose measuring goes wrong, at many scrape phases and several speeds: what rests on samples
 * in doubt is left open and says why, what rests on others is judged, and nothing is wrong.
 */
class ScrapeHealthTest {
  private static final int SEEDS = 50;
  private static final double[] SPEEDS = {1, 10, 20};

  private static final String RUN = "the run is inconclusive, for the reason that was given it";
  private static final String CAUSE = "cause named from samples, load marks and load counts alone";
  private static final String SHORT = "rate[30s] returns as derived";
  private static final String LONG = "rate[1m] returns as derived";

  private static final String MADE_TO_FAIL = "scrapes failed, first: HTTP 500: made to fail";
  private static final String TIMED_OUT =
      "2 scrapes failed, first: no whole answer within the scrape's timeout";
  private static final String SLOW =
      "3 scrapes took more than half their interval, so nobody knows when their samples were read:"
          + " look why the exporter is slow, or scrape less often.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "failing-scrapes    | scrapes-failed | 3 " + MADE_TO_FAIL,
        "slow-exporter      | scrapes-slow   | " + SLOW,
        "stuck-exporter     | scrapes-failed | " + TIMED_OUT,
        "exporter-restarted | scrapes-failed | 1 " + MADE_TO_FAIL
      })
  void what_rests_on_samples_in_doubt_is_left_open_as_the_scenario_says(
      String variant, String doubt, String why) {
    runs(variant)
        .forEach(
            run ->
                assertThat(Analyst.analyse(run).verdicts())
                    .filteredOn(verdict -> List.of(RUN, SHORT, LONG).contains(verdict.name()))
                    .containsExactly(
                        new Verdict(RUN, doubt, why, "none", Status.PASS, ""),
                        leftOpen(SHORT, doubt, why),
                        leftOpen(LONG, doubt, why)));
  }

  private static Verdict leftOpen(String name, String doubt, String why) {
    return new Verdict(
        name, "inconclusive: " + doubt, "inconclusive. " + why, "none", Status.PASS, "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "failing-scrapes    | 3 " + MADE_TO_FAIL,
        "slow-exporter      | " + SLOW,
        "stuck-exporter     | " + TIMED_OUT,
        "exporter-restarted | 1 " + MADE_TO_FAIL
      })
  void without_the_scenario_saying_so_it_is_inconclusive_and_says_why(String variant, String why) {
    runs(variant)
        .forEach(
            run ->
                assertThat(Analyst.judge(run, new Expectation.ReturnsAsDerived()))
                    .hasSize(2)
                    .allSatisfy(
                        verdict ->
                            assertThat(verdict)
                                .returns(Status.INCONCLUSIVE, Verdict::status)
                                .returns("none", Verdict::tolerance)
                                .returns(
                                    "The samples that this rests on are in doubt. " + why,
                                    Verdict::reason)));
  }

  /** Its scrapes are from before the load's end, and where they lie close to it is in doubt. */
  @ParameterizedTest
  @ValueSource(
      strings = {"failing-scrapes", "slow-exporter", "stuck-exporter", "exporter-restarted"})
  void a_cause_that_may_be_wrong_is_not_named(String variant) {
    runs(variant)
        .map(Analyst::analyse)
        .forEach(
            analysis -> {
              Verdict cause = named(analysis, CAUSE);
              boolean open = cause.forecast().startsWith("inconclusive");
              assertThat(cause.status()).isEqualTo(Status.PASS);
              assertThat(analysis.cause()).isEqualTo(open ? Cause.UNKNOWN : Cause.WINDOW_ONLY);
              assertThat(analysis.answer().startsWith("Nothing is said of the curve"))
                  .isEqualTo(open);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "failing-scrapes",
        "slow-exporter",
        "stuck-exporter",
        "exporter-restarted",
        "prometheus-restarted"
      })
  void what_the_handler_log_tells_is_judged(String variant) {
    runs(variant)
        .forEach(
            run ->
                assertThat(named(Analyst.analyse(run), "drain at most 3 service times"))
                    .returns("none", Verdict::tolerance)
                    .returns(Status.PASS, Verdict::status)
                    .returns("", Verdict::reason)
                    .matches(verdict -> verdict.observed().matches("[0-9.]+ s")));
  }

  @Test
  void a_restart_of_prometheus_leaves_the_labs_own_samples_whole() {
    runs("prometheus-restarted")
        .map(Analyst::analyse)
        .forEach(
            analysis -> {
              assertThat(analysis.problems()).isEmpty();
              assertThat(analysis.cause()).isEqualTo(Cause.WINDOW_ONLY);
              assertThat(analysis.verdicts())
                  .extracting(Verdict::name)
                  .containsExactly("drain at most 3 service times", SHORT, LONG, CAUSE);
              assertThat(analysis.verdicts())
                  .allMatch(verdict -> verdict.status() == Status.PASS)
                  .noneMatch(verdict -> verdict.forecast().startsWith("inconclusive"));
            });
  }

  /** Whatever else somebody expects of such a run. */
  @Test
  void no_verdict_fails() {
    List<Expectation> others =
        List.of(
            new Expectation.ReturnsAsDerived(),
            new Expectation.CauseIs(Cause.WINDOW_ONLY),
            new Expectation.DrainAtMost(3),
            new Expectation.WorkedOffForNobody(0, 0.02),
            new Expectation.EachRequestRaisesCounter());

    BuiltInScenarios.list().stream()
        .map(Scenario::name)
        .filter(name -> name.startsWith("scrape-health/"))
        .flatMap(name -> runs(name.substring(name.indexOf('/') + 1)))
        .forEach(
            run ->
                assertThat(others.stream().flatMap(one -> Analyst.judge(run, one).stream()))
                    .as(run.scenario().name())
                    .noneMatch(verdict -> verdict.status() == Status.FAIL));
  }

  private static Verdict named(Analysis analysis, String name) {
    return analysis.verdicts().stream()
        .filter(verdict -> verdict.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Recording> runs(String variant) {
    Scenario nominal = BuiltInScenarios.read("scrape-health/" + variant);
    return IntStream.range(0, SEEDS * SPEEDS.length)
        .mapToObj(
            i ->
                new SimulatedLab(SimulatedWorld.asTheOriginal(i % SEEDS))
                    .record(nominal.at(SPEEDS[i / SEEDS]), LabListener.SILENT));
  }
}
