package ratelab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Counter;
import ratelab.experiments.scenario.Expectation;

/** A counter of ticks of 10 ms can tell no 20 ms, since user and system are rounded each. */
class CounterVerdictsTest {
  private static final Recording TEN_MILLISECONDS = run("burn/half-a-millicore");
  private static final Recording HALF_A_SECOND = run("burn/10-millicores");

  @Test
  void below_two_ticks_a_counter_of_ticks_leaves_its_error_open() {
    assertThat(ticks(TEN_MILLISECONDS, false))
        .returns("ticks agree with the independent measure", Verdict::name)
        .returns(Status.INCONCLUSIVE, Verdict::status)
        .extracting(Verdict::reason)
        .asString()
        .startsWith("The load spent less than this counter can tell (0.0200 s)");
  }

  @Test
  void where_that_is_expected_it_passes_as_no_evidence() {
    assertThat(ticks(TEN_MILLISECONDS, true))
        .returns("ticks are below their resolution, and no evidence of agreement", Verdict::name)
        .returns(Status.PASS, Verdict::status)
        .returns("a resolution of 0.0200 s, which the load did not spend", Verdict::tolerance);
  }

  @Test
  void even_then_it_must_not_show_more_than_its_resolution_allows() {
    assertThat(ticks(withTicksAdded(TEN_MILLISECONDS, 0.03), true))
        .returns(Status.PASS, Verdict::status);
    assertThat(ticks(withTicksAdded(TEN_MILLISECONDS, 0.04), true))
        .returns(Status.FAIL, Verdict::status);
  }

  @Test
  void above_two_ticks_a_counter_that_stands_still_fails_with_or_without() {
    Recording still = withoutTicks(HALF_A_SECOND);

    assertThat(List.of(ticks(still, false), ticks(still, true)))
        .extracting(Verdict::status)
        .containsOnly(Status.FAIL);
    assertThat(ticks(HALF_A_SECOND, true).status()).isEqualTo(Status.PASS);
  }

  private static Recording run(String scenario) {
    return new SimulatedLab(SimulatedWorld.asTheOriginal(1))
        .record(BuiltInScenarios.read(scenario), LabListener.SILENT);
  }

  /** Half-way through the load, one series of the counter is this much further on. */
  private static Recording withTicksAdded(Recording run, double seconds) {
    long from = (run.marks().loadStartMillis() + run.marks().loadStopMillis()) / 2;
    return withTicks(
        run,
        (series, sample) ->
            series.id().label("mode").equals("user") && sample.timestampMillis() >= from
                ? sample.value() + seconds
                : sample.value());
  }

  private static Recording withoutTicks(Recording run) {
    return withTicks(run, (_, _) -> 0.0);
  }

  private interface Ticks {
    double of(Series series, Sample sample);
  }

  private static Recording withTicks(Recording run, Ticks ticks) {
    return run.with()
        .series(
            run.series().stream()
                .map(
                    series ->
                        series.id().metric().equals(CpuCounter.TICKS.metric())
                            ? with(series, ticks)
                            : series)
                .toList())
        .build();
  }

  private static Series with(Series series, Ticks ticks) {
    return new Series(
        series.id(),
        series.samples().stream()
            .map(sample -> new Sample(sample.timestampMillis(), ticks.of(series, sample)))
            .toList());
  }

  private static Verdict ticks(Recording recording, boolean unlessBelowResolution) {
    return Analyst.judge(
            recording, new Expectation.CounterError(Counter.TICKS, 0.005, unlessBelowResolution))
        .getFirst();
  }
}
