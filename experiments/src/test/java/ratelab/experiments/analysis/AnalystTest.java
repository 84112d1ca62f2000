package ratelab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.recording.Attempt;
import ratelab.experiments.recording.LoadResult;
import ratelab.experiments.recording.Marks;
import ratelab.experiments.recording.OracleResult;
import ratelab.experiments.recording.Outcome;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.ScrapeFailure;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Cause;

class AnalystTest {
  private static final Recording SEED = simulated("seed");

  @Test
  void the_parts_of_the_decay_add_up_to_its_total() {
    assertThat(Analyst.analyse(SEED).windows())
        .hasSize(2)
        .allSatisfy(
            window -> {
              Decay decay = window.decay().orElseThrow();
              assertThat(decay.drain().plus(decay.phase()).plus(decay.tail()))
                  .isEqualTo(decay.total());
            });
  }

  @Test
  void every_request_without_a_waiting_client_was_worked_off_for_nobody() {
    assertThat(Analyst.analyse(SEED).workedOff())
        .isEqualTo(
            new WorkedOff(
                153,
                3,
                150,
                153,
                150,
                "each request of the target's handler log joined with the load's record by"
                    + " X-Ratelab-Id"));
  }

  @Test
  void a_request_that_was_in_flight_when_the_load_ended_was_worked_off_for_nobody() {
    List<Attempt> cut =
        SEED.attempts().stream()
            .map(
                a ->
                    a.outcome() == Outcome.OK
                        ? a
                        : new Attempt(
                            a.id(),
                            a.localPort(),
                            a.startMillis(),
                            OptionalDouble.empty(),
                            Outcome.IN_FLIGHT))
            .toList();
    long afterTheLoad =
        SEED.handled().stream().filter(h -> h.endMillis() >= SEED.marks().loadEndMillis()).count();

    Recording recording = withAttempts(cut);
    assertThat(Evidences.workedOff(recording, Signal.of(recording)).forNobody())
        .isEqualTo(afterTheLoad);
  }

  @Test
  void cpu_that_the_target_uses_long_after_the_return_is_no_part_of_the_decay() {
    List<Decay> decays = decays(SEED);
    long late = SEED.series().getFirst().samples().getLast().timestampMillis();
    List<Series> collected =
        SEED.series().stream()
            .map(s -> s.id().metric().contains("cpu") ? plusOneSecondAt(s, late) : s)
            .toList();

    assertThat(decays(changed(collected, List.of(), SEED.load(), Optional.empty())))
        .isEqualTo(decays);
  }

  @Test
  void the_cause_is_named_without_scenario_and_handler_log() {
    assertThat(Analyst.analyse(SEED).cause()).isEqualTo(Cause.BACKLOG);
    assertThat(Analyst.analyse(simulated("decay/no-timeout")).cause()).isEqualTo(Cause.WINDOW_ONLY);
    Recording nobodyGaveUp =
        changed(SEED.series(), List.of(), new LoadResult(153, 153, 0, 0, 0), Optional.empty());
    assertThat(Analyst.analyse(nobodyGaveUp).cause()).isEqualTo(Cause.UNKNOWN);
  }

  @Test
  void a_second_process_in_the_targets_group_makes_the_run_inconclusive() {
    Analysis analysis =
        Analyst.analyse(changed(twoProcesses(SEED), List.of(), SEED.load(), Optional.empty()));

    assertThat(analysis.status()).isEqualTo(Status.INCONCLUSIVE);
    assertThat(analysis.problems())
        .singleElement()
        .asString()
        .startsWith("The target's group held other than exactly one process at 1 scrapes");
  }

  @Test
  void a_failed_scrape_when_the_load_ends_makes_the_run_inconclusive_and_is_named() {
    assertThat(scrapeFailed(SEED.marks().loadEndMillis()))
        .returns(Status.INCONCLUSIVE, Analysis::status)
        .returns(List.of("1 scrapes failed, first: HTTP 500 from the exporter"), Analysis::problems)
        .returns(List.of(), Analysis::remarks);
  }

  @Test
  void a_failed_scrape_that_no_verdict_rests_on_is_remarked() {
    assertThat(scrapeFailed(1))
        .returns(Status.PASS, Analysis::status)
        .returns(List.of(), Analysis::problems)
        .returns(List.of("1 scrapes failed, first: HTTP 500 from the exporter"), Analysis::remarks);
  }

  private static Analysis scrapeFailed(long timeMillis) {
    return Analyst.analyse(
        changed(
            SEED.series(),
            List.of(new ScrapeFailure(timeMillis, "HTTP 500 from the exporter")),
            SEED.load(),
            Optional.empty()));
  }

  @Test
  void a_target_that_uses_as_much_cpu_idle_as_under_load_gives_no_verdict_on_its_return() {
    var busy =
        new SimulatedWorld(3, s -> s, Duration.ofMillis(5), Duration.ofNanos(2_500_000), 0.004);

    List<Verdict> returns =
        Analyst.analyse(
                new SimulatedLab(busy).record(BuiltInScenarios.read("seed"), LabListener.SILENT))
            .verdicts()
            .stream()
            .filter(v -> v.name().startsWith("rate["))
            .toList();

    assertThat(returns)
        .hasSize(2)
        .allMatch(v -> v.status() == Status.INCONCLUSIVE)
        .allMatch(v -> v.reason().contains("--target node"));
  }

  @Test
  void one_burst_of_a_busy_target_is_no_signal() {
    var busy =
        new SimulatedWorld(3, s -> s, Duration.ofMillis(5), Duration.ofNanos(2_500_000), 0.004);
    Recording run =
        new SimulatedLab(busy).record(BuiltInScenarios.read("seed"), LabListener.SILENT);
    long burstMillis = run.marks().loadEndMillis() + 100_000;
    List<Series> withBurst =
        run.series().stream()
            .map(s -> s.id().metric().endsWith("num_procs") ? s : raised(s, burstMillis))
            .toList();

    assertThat(
            Analyst.analyse(changed(withBurst, List.of(), run.load(), Optional.empty())).verdicts())
        .filteredOn(v -> v.name().startsWith("rate["))
        .hasSize(2)
        .allMatch(v -> v.status() == Status.INCONCLUSIVE);
  }

  private static Series raised(Series series, long fromMillis) {
    return new Series(
        series.id(),
        series.samples().stream()
            .map(
                x ->
                    x.timestampMillis() < fromMillis
                        ? x
                        : new Sample(x.timestampMillis(), x.value() + 1))
            .toList());
  }

  @Test
  void a_run_that_hardly_watched_the_idle_target_is_inconclusive() {
    Marks marks = SEED.marks();
    long shorterThanTwo = SEED.scenario().scrapeInterval().toMillis();
    Recording hurried =
        withMarks(
            new Marks(
                marks.calibrationStartMillis() - shorterThanTwo,
                marks.calibrationStartMillis(),
                marks.loadStartMillis(),
                marks.loadStopMillis(),
                marks.loadEndMillis(),
                marks.endMillis()));

    assertThat(Analyst.analyse(hurried).problems())
        .containsExactly(
            "Only 0 gaps between scrapes show the idle target, and 2 are needed to know its"
                + " spread: give the scenario a longer idle.");
  }

  @Test
  void the_words_are_the_same_in_every_locale() {
    Analysis here = Analyst.analyse(SEED);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      Analysis elsewhere = Analyst.analyse(SEED);
      assertThat(elsewhere.answer()).isEqualTo(here.answer());
      assertThat(elsewhere.verdicts()).isEqualTo(here.verdicts());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_difference_to_a_real_prometheus_fails() {
    OracleResult oracle =
        new OracleResult("2.42.0", 600, 1, List.of("at 5: 1 and 2"), List.of(), List.of());

    Verdict verdict =
        Analyst.analyse(changed(SEED.series(), List.of(), SEED.load(), Optional.of(oracle)))
            .verdicts()
            .getLast();

    assertThat(verdict)
        .isEqualTo(
            new Verdict(
                "rate model equals Prometheus 2.42.0 bit for bit",
                "0 differences",
                "1 differences in 600 points",
                "none",
                Status.FAIL,
                "at 5: 1 and 2"));
  }

  private static List<Decay> decays(Recording recording) {
    return Analyst.analyse(recording).windows().stream()
        .flatMap(w -> w.decay().stream())
        .filter(d -> d.window().equals(SEED.scenario().windows().getFirst()))
        .toList();
  }

  private static Series plusOneSecondAt(Series series, long timeMillis) {
    return new Series(
        series.id(),
        series.samples().stream()
            .map(
                x ->
                    x.timestampMillis() < timeMillis
                        ? x
                        : new Sample(x.timestampMillis(), x.value() + 1))
            .toList());
  }

  private static Recording withAttempts(List<Attempt> attempts) {
    return with(SEED.marks(), attempts);
  }

  private static Recording withMarks(Marks marks) {
    return with(marks, SEED.attempts());
  }

  private static Recording with(Marks marks, List<Attempt> attempts) {
    return SEED.with().marks(marks).attempts(attempts).build();
  }

  private static List<Series> twoProcesses(Recording recording) {
    return recording.series().stream()
        .map(
            s ->
                s.id().metric().endsWith("num_procs")
                    ? new Series(
                        s.id(),
                        s.samples().stream()
                            .map(
                                x ->
                                    x.equals(s.samples().get(3))
                                        ? new Sample(x.timestampMillis(), 2)
                                        : x)
                            .toList())
                    : s)
        .toList();
  }

  private static Recording simulated(String scenario) {
    return new SimulatedLab(SimulatedWorld.asTheOriginal(1))
        .record(BuiltInScenarios.read(scenario), LabListener.SILENT);
  }

  private static Recording changed(
      List<Series> series,
      List<ScrapeFailure> failures,
      LoadResult load,
      Optional<OracleResult> oracle) {
    return SEED.with().series(series).scrapeFailures(failures).load(load).oracle(oracle).build();
  }
}
