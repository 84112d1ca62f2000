package ratelab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.recording.Disturbed;
import ratelab.experiments.recording.OracleResult;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.ScrapeFailure;
import ratelab.experiments.recording.WindowCurve;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Disturbance.Act;
import ratelab.experiments.scenario.Expectation;

/** The original: load for a minute, twelve minutes of drain, windows of 30 s and 1 m. */
class TrustTest {
  private static final Recording SEED =
      new SimulatedLab(SimulatedWorld.asTheOriginal(1))
          .record(BuiltInScenarios.read("seed"), LabListener.SILENT);
  private static final long LOAD_END = SEED.marks().loadEndMillis();
  private static final long LAST_WORK = Findings.of(SEED).lastWork().orElseThrow().endMillis();

  @Test
  void a_scrape_that_failed_long_before_the_return_has_no_part_in_it() {
    assertThat(returns(failed(LOAD_END + 300_000)))
        .isEqualTo(Map.of("30s", Status.PASS, "1m", Status.PASS));
  }

  @Test
  void one_that_failed_when_the_work_ended_leaves_every_return_open() {
    assertThat(returns(failed(LAST_WORK)))
        .isEqualTo(Map.of("30s", Status.INCONCLUSIVE, "1m", Status.INCONCLUSIVE));
  }

  @Test
  void one_that_failed_while_the_target_was_idle_hides_nothing_of_its_band() {
    assertThat(returns(failed(SEED.marks().idleStartMillis() + 40_000)))
        .isEqualTo(Map.of("30s", Status.PASS, "1m", Status.PASS));
  }

  @Test
  void half_of_the_idle_scrapes_are_too_few_for_its_band() {
    long[] everyOther =
        LongStream.iterate(SEED.marks().idleStartMillis() + 20_000, at -> at + 30_000)
            .takeWhile(at -> at < SEED.marks().calibrationStartMillis())
            .toArray();

    assertThat(returns(failed(everyOther)))
        .isEqualTo(Map.of("30s", Status.INCONCLUSIVE, "1m", Status.INCONCLUSIVE));
  }

  /** A counter that rests is the same without one of its scrapes. */
  @Test
  void one_that_failed_while_a_curve_stays_back_hides_nothing_of_it() {
    assertThat(returns(failed(LAST_WORK + 100_000)))
        .isEqualTo(Map.of("30s", Status.PASS, "1m", Status.PASS));
  }

  @Test
  void a_restart_of_prometheus_leaves_open_what_rests_on_its_samples() {
    List<WindowCurve> answers =
        Findings.of(SEED).windows().stream()
            .map(finding -> new WindowCurve(finding.window(), finding.nanos()))
            .toList();
    Recording run =
        with(
            SEED.series(),
            List.of(),
            Optional.of(new OracleResult("2.42.0", 1, 0, List.of(), answers, List.of())),
            List.of(new Disturbed(Act.RESTART_PROMETHEUS, LAST_WORK, LAST_WORK + 1_000)));

    assertThat(returns(run))
        .isEqualTo(
            Map.of(
                "30s", Status.PASS,
                "1m", Status.PASS,
                "30s on Prometheus 2.42.0", Status.INCONCLUSIVE,
                "1m on Prometheus 2.42.0", Status.INCONCLUSIVE));
  }

  @Test
  void a_counter_that_began_anew_says_nothing_of_each_request() {
    List<Series> anew =
        SEED.series().stream()
            .map(series -> series.id().metric().contains("cpu") ? anew(series) : series)
            .toList();
    Recording run = with(anew, List.of(), Optional.empty(), List.of());

    assertThat(Analyst.judge(run, new Expectation.EachRequestRaisesCounter()))
        .extracting(Verdict::status, Verdict::reason)
        .containsExactly(
            tuple(
                Status.INCONCLUSIVE,
                "The samples that this rests on are in doubt. The counter began anew meanwhile, and"
                    + " what it had counted since the scrape before is lost."));
    assertThat(returns(run)).isEqualTo(Map.of("30s", Status.PASS, "1m", Status.PASS));
  }

  private static Series anew(Series series) {
    double lost = series.between(0, LOAD_END - 20_000).samples().getLast().value();
    return new Series(
        series.id(),
        series.samples().stream()
            .map(
                s ->
                    s.timestampMillis() <= LOAD_END - 20_000
                        ? s
                        : new Sample(s.timestampMillis(), s.value() - lost))
            .toList());
  }

  /** By window. */
  private static Map<String, Status> returns(Recording run) {
    return Analyst.judge(run, new Expectation.ReturnsAsDerived()).stream()
        .collect(
            Collectors.toMap(
                v -> v.name().replaceAll("rate\\[(.*)] returns as derived", "$1"),
                Verdict::status));
  }

  private static Recording failed(long... timesMillis) {
    return with(
        SEED.series(),
        LongStream.of(timesMillis).mapToObj(at -> new ScrapeFailure(at, "HTTP 500")).toList(),
        Optional.empty(),
        List.of());
  }

  private static Recording with(
      List<Series> series,
      List<ScrapeFailure> failures,
      Optional<OracleResult> oracle,
      List<Disturbed> disturbed) {
    return new Recording(
        SEED.scenario(),
        SEED.info(),
        SEED.marks(),
        SEED.calibration(),
        SEED.forecasts(),
        series,
        failures,
        SEED.load(),
        SEED.attempts(),
        SEED.handled(),
        SEED.cpuReadings(),
        oracle,
        SEED.declined(),
        disturbed,
        SEED.abandoned());
  }
}
