package ratelab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Expectation;

/** Windows that hold two scrapes of 15 s never, now and then, and always. */
class NarrowWindowTest {
  private static final Recording RUN =
      new SimulatedLab(SimulatedWorld.asTheOriginal(1))
          .record(
              BuiltInScenarios.read("seed")
                  .withWindows(Stream.of(10, 15, 20, 30).map(Duration::ofSeconds).toList()),
              LabListener.SILENT);

  @Test
  void a_window_of_up_to_one_interval_is_left_open_with_the_reason() {
    assertThat(verdict("rate[10s]", RUN))
        .isEqualTo(
            Verdicts.inconclusive(
                "rate[10s] returns as derived",
                "none",
                "not seen",
                "10s is not longer than the scrape interval 15s: no window holds two samples, so no"
                    + " rate exists; 30s and more always show."));
    assertThat(verdict("rate[15s]", RUN).status()).isEqualTo(Status.INCONCLUSIVE);
  }

  @Test
  void a_window_that_has_gaps_fails_nothing() {
    assertThat(verdict("rate[20s]", RUN).status()).isNotEqualTo(Status.FAIL);
  }

  @Test
  void a_window_of_two_intervals_is_judged() {
    assertThat(verdict("rate[30s]", RUN).status()).isEqualTo(Status.PASS);
  }

  /** The last work ended more than ten minutes after the load. */
  @Test
  void a_curve_without_values_after_the_work_is_left_open() {
    double lastWork = RUN.handled().stream().mapToDouble(h -> h.endMillis()).max().orElseThrow();
    Recording ended =
        RUN.with()
            .series(RUN.series().stream().map(s -> until(lastWork - 60_000, s)).toList())
            .build();

    assertThat(verdict("rate[30s]", ended))
        .returns(Status.INCONCLUSIVE, Verdict::status)
        .extracting(Verdict::reason)
        .asString()
        .doesNotContain("CPU went on");
  }

  private static Series until(double millis, Series series) {
    List<Sample> samples =
        series.samples().stream().filter(s -> s.timestampMillis() <= millis).toList();
    return new Series(series.id(), samples);
  }

  private static Verdict verdict(String curve, Recording recording) {
    return Analyst.judge(recording, new Expectation.ReturnsAsDerived()).stream()
        .filter(verdict -> verdict.name().startsWith(curve))
        .findFirst()
        .orElseThrow();
  }
}
