package ratelab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Expectation;

/** One scrape of the original is missing, or read late: each in turn, from before the load on. */
class HoledReturnTest {
  private static final Recording SEED =
      new SimulatedLab(SimulatedWorld.asTheOriginal(2))
          .record(BuiltInScenarios.read("seed"), LabListener.SILENT);
  private static final int SCRAPES = SEED.series().getFirst().samples().size();
  private static final long LATE_MILLIS =
      SEED.scenario().scrapeInterval().multipliedBy(9).dividedBy(10).toMillis();

  @Test
  void a_missing_scrape_fails_no_return_and_leaves_few_open() {
    assertFewOpenAndNoneFailed(statuses(this::without));
  }

  @Test
  void a_late_scrape_fails_no_return_and_leaves_few_open() {
    assertFewOpenAndNoneFailed(statuses(this::late));
  }

  private static void assertFewOpenAndNoneFailed(List<Status> seen) {
    assertThat(seen).hasSizeGreaterThan(SCRAPES).doesNotContain(Status.FAIL);
    assertThat(seen.stream().filter(status -> status == Status.INCONCLUSIVE).count())
        .isLessThan(seen.size() / 10);
  }

  private List<Status> statuses(ToRecording withOneDisturbed) {
    return IntStream.range(1, SCRAPES - 1)
        .mapToObj(withOneDisturbed::of)
        .map(run -> Analyst.judge(run, new Expectation.ReturnsAsDerived()))
        .flatMap(Collection::stream)
        .map(Verdict::status)
        .toList();
  }

  private interface ToRecording {
    Recording of(int scrape);
  }

  private Recording without(int scrape) {
    return changed(
        samples -> {
          List<Sample> fewer = new ArrayList<>(samples);
          fewer.remove(scrape);
          return fewer;
        },
        UnaryOperator.identity());
  }

  /** What it shows is from most of an interval later, between it and the next one. */
  private Recording late(int scrape) {
    return changed(
        samples -> {
          List<Sample> later = new ArrayList<>(samples);
          Sample here = samples.get(scrape);
          Sample next = samples.get(scrape + 1);
          double share = (double) LATE_MILLIS / (next.timestampMillis() - here.timestampMillis());
          later.set(
              scrape,
              new Sample(
                  here.timestampMillis(), here.value() + share * (next.value() - here.value())));
          return later;
        },
        samples -> {
          List<Sample> took = new ArrayList<>(samples);
          took.set(
              scrape,
              new Sample(
                  samples.get(scrape).timestampMillis(),
                  Duration.ofMillis(LATE_MILLIS).toNanos() / 1e9));
          return took;
        });
  }

  private static Recording changed(
      UnaryOperator<List<Sample>> counted, UnaryOperator<List<Sample>> took) {
    return SEED.with()
        .series(
            SEED.series().stream()
                .map(
                    series ->
                        new Series(
                            series.id(),
                            (series.id().metric().equals(ScrapeTimes.DURATION) ? took : counted)
                                .apply(series.samples())))
                .toList())
        .build();
  }
}
