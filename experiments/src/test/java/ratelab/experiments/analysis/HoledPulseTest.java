package ratelab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Expectation;

/** Curves of a run whose scrapes a busy machine did not all make. */
class HoledPulseTest {
  private static final Recording WHOLE =
      new SimulatedLab(SimulatedWorld.asTheOriginal(9))
          .record(BuiltInScenarios.read("windows/up-to-a-minute").at(2), LabListener.SILENT);
  private static final List<Long> SCRAPES =
      WHOLE.series().getFirst().samples().stream().map(Sample::timestampMillis).toList();

  /** A slower scraper's samples are a little older for it, and there are enough of those. */
  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 2, 7, 20, 40, 49, 50, 51, 60, 100})
  void one_missing_scrape_fails_no_shape_and_leaves_none_open(int afterLoadStart) {
    assertThat(verdicts(without(List.of(afterLoadStart))))
        .hasSize(7)
        .extracting(Verdict::status)
        .containsOnly(Status.PASS);
  }

  @Test
  void a_hole_that_no_verdict_rests_on_is_remarked_and_the_run_passes() {
    assertThat(Analyst.analyse(without(List.of(20))))
        .returns(Status.PASS, Analysis::status)
        .returns(List.of(), Analysis::problems)
        .returns(
            List.of(
                "1 scrapes are missing: the machine was too busy for an interval of 500ms; use a"
                    + " lower --speed."),
            Analysis::remarks);
  }

  @Test
  void several_in_different_places_fail_none_either() {
    assertThat(verdicts(without(List.of(3, 17, 33, 52, 71))))
        .extracting(Verdict::status)
        .containsOnly(Status.PASS);
  }

  @Test
  void two_missing_in_a_row_leave_all_open_that_is_drawn_of_them() {
    assertThat(verdicts(without(List.of(10, 11))))
        .extracting(Verdict::status)
        .doesNotContain(Status.FAIL);
  }

  private static Recording without(List<Integer> afterLoadStart) {
    int first =
        (int) SCRAPES.stream().filter(time -> time <= WHOLE.marks().loadStartMillis()).count();
    Set<Long> missing =
        afterLoadStart.stream().map(i -> SCRAPES.get(first + i)).collect(Collectors.toSet());
    return WHOLE
        .with()
        .series(WHOLE.series().stream().map(series -> without(series, missing)).toList())
        .build();
  }

  private static Series without(Series series, Set<Long> missing) {
    return new Series(
        series.id(),
        series.samples().stream()
            .filter(sample -> !missing.contains(sample.timestampMillis()))
            .toList());
  }

  private static List<Verdict> verdicts(Recording recording) {
    return WHOLE.scenario().expectations().stream()
        .filter(Expectation.ShapeAsDerived.class::isInstance)
        .flatMap(expected -> Analyst.judge(recording, expected).stream())
        .toList();
  }
}
