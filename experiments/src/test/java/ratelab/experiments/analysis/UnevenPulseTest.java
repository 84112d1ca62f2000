package ratelab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Expectation;

/** Curves of a load whose requests do not all cost the same. */
class UnevenPulseTest {
  private static final Recording EVEN =
      new SimulatedLab(SimulatedWorld.asTheOriginal(5))
          .record(BuiltInScenarios.read("windows/up-to-a-minute").at(2), LabListener.SILENT);

  /** CPU that the whole load takes, about; seconds. */
  private static final double LOAD_SECONDS = 10;

  @ParameterizedTest
  @CsvSource({"0.1, 1", "0.2, 3", "0.2, 5", "0.5, 2", "1, 0.3", "2, 0.2", "-0.3, 2"})
  void a_server_that_warms_up_fails_no_shape(double moreAtFirst, double warmAfterSeconds) {
    assertThat(
            verdicts(
                spent ->
                    spent
                        + moreAtFirst
                            * warmAfterSeconds
                            * (1 - Math.exp(-spent / warmAfterSeconds))))
        .extracting(Verdict::status)
        .doesNotContain(Status.FAIL);
  }

  @ParameterizedTest
  @CsvSource({"0.1, 3", "0.3, 1", "0.3, 7", "1, 5", "1, 9.5"})
  void one_dear_request_fails_no_shape(double seconds, double afterSeconds) {
    assertThat(verdicts(spent -> spent > afterSeconds ? spent + seconds : spent))
        .extracting(Verdict::status)
        .doesNotContain(Status.FAIL);
  }

  @ParameterizedTest
  @CsvSource({"0.05, 1", "0.1, 2", "0.2, 1", "0.5, 3"})
  void a_load_that_comes_in_waves_fails_no_shape(double share, double every) {
    assertThat(
            verdicts(
                spent ->
                    spent + share * every / (2 * Math.PI) * Math.sin(2 * Math.PI * spent / every)))
        .extracting(Verdict::status)
        .doesNotContain(Status.FAIL);
  }

  /** A gap of half a second at 0.14 cores is 0.07 s of CPU; a twentieth of it can be seen. */
  @Test
  void housekeeping_long_after_the_load_is_no_part_of_its_pulse() {
    Recording tidied = withCpu(EVEN, spent -> spent, EVEN.marks().endMillis() - 3_000, 0.007);

    assertThat(Shapes.of(tidied).pulse()).isEqualTo(Shapes.of(EVEN).pulse());
  }

  @Test
  void a_warm_server_passes_each_shape() {
    assertThat(verdicts(spent -> spent))
        .hasSize(7)
        .extracting(Verdict::status)
        .containsOnly(Status.PASS);
  }

  /** Only the height of a server that grows slower and slower is not known: it has none. */
  @Test
  void when_the_curve_of_a_server_without_a_height_has_risen_is_not_known() {
    assertThat(verdicts(spent -> spent * spent / LOAD_SECONDS))
        .filteredOn(verdict -> verdict.name().equals("rise of the curves"))
        .extracting(Verdict::status)
        .containsExactly(Status.INCONCLUSIVE);
  }

  private static List<Verdict> verdicts(DoubleUnaryOperator spentByNow) {
    Recording uneven = withCpu(EVEN, spentByNow, Long.MAX_VALUE, 0);
    return EVEN.scenario().expectations().stream()
        .filter(Expectation.ShapeAsDerived.class::isInstance)
        .flatMap(expected -> Analyst.judge(uneven, expected).stream())
        .toList();
  }

  /**
   * The recording as if the load had taken another CPU time, and some more had come later.
   *
   * @param spentByNow from the CPU seconds that the load has taken until an instant
   */
  private static Recording withCpu(
      Recording recording, DoubleUnaryOperator spentByNow, long laterMillis, double laterSeconds) {
    DoubleUnaryOperator counted = sinceLoadStart(recording, spentByNow);
    return recording
        .with()
        .series(
            recording.series().stream()
                .map(
                    series ->
                        series.id().metric().equals(CpuCounter.NANOSECONDS.metric())
                            ? changed(series, counted, laterMillis, laterSeconds)
                            : series)
                .toList())
        .build();
  }

  private static Series changed(
      Series series, DoubleUnaryOperator counted, long laterMillis, double laterSeconds) {
    return new Series(
        series.id(),
        series.samples().stream()
            .map(
                sample ->
                    new Sample(
                        sample.timestampMillis(),
                        counted.applyAsDouble(sample.value())
                            + (sample.timestampMillis() > laterMillis ? laterSeconds : 0)))
            .toList());
  }

  private static DoubleUnaryOperator sinceLoadStart(
      Recording recording, DoubleUnaryOperator spentByNow) {
    double before =
        recording.series().stream()
            .filter(series -> series.id().metric().equals(CpuCounter.NANOSECONDS.metric()))
            .flatMap(series -> series.samples().stream())
            .filter(sample -> sample.timestampMillis() <= recording.marks().loadStartMillis())
            .mapToDouble(Sample::value)
            .max()
            .orElseThrow();
    return value -> value <= before ? value : before + spentByNow.applyAsDouble(value - before);
  }
}
