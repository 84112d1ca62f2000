package ratelab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import ratelab.experiments.analysis.RunComparison.Change;

class RunComparisonTest {
  private static final double GONE = Double.NaN;

  @Test
  void what_all_runs_showed_and_one_does_not_is_lost_though_the_others_are_the_same() {
    assertThat(change(tails(30, 31, 30), tails(30, GONE))).isEqualTo(Change.LOST);
  }

  @Test
  void what_no_run_shows_any_more_is_lost_though_it_was_not_always_seen_before() {
    assertThat(change(tails(30, GONE), tails(GONE))).isEqualTo(Change.LOST);
  }

  @Test
  void what_the_baseline_itself_misses_now_and_then_may_be_missed() {
    assertThat(change(tails(30, GONE, 31), tails(GONE, 30))).isEqualTo(Change.SAME);
  }

  @Test
  void a_regression_of_the_runs_that_show_it_stays_one() {
    assertThat(change(tails(30, 31, 30), tails(90, GONE))).isEqualTo(Change.WORSE);
  }

  @Test
  void what_the_baseline_never_showed_is_unknown() {
    assertThat(change(tails(GONE), tails(30))).isEqualTo(Change.UNKNOWN);
  }

  private static Change change(List<RunFigures> baseline, List<RunFigures> runs) {
    return RunComparison.of(baseline, runs).lines().getFirst().change();
  }

  private static List<RunFigures> tails(double... seconds) {
    return Arrays.stream(seconds).mapToObj(RunComparisonTest::tail).toList();
  }

  private static RunFigures tail(double seconds) {
    OptionalDouble value =
        Double.isNaN(seconds) ? OptionalDouble.empty() : OptionalDouble.of(seconds);
    return new RunFigures(
        List.of(new RunFigures.Figure("tail of rate[30s]", "s", value, 2, true)), List.of());
  }
}
