package ratelab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.SeriesId;
import ratelab.experiments.recording.CpuReading;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.BuiltInScenarios;

/** The original, scraped every 15 s; the last of its requests is worked on for five seconds. */
class ReturnForecastTest {
  private static final Recording SEED =
      new SimulatedLab(SimulatedWorld.asTheOriginal(1))
          .record(BuiltInScenarios.read("seed"), LabListener.SILENT);
  private static final Duration WINDOW = Duration.ofSeconds(30);
  private static final long STEP = 1_000;
  private static final long END = Analyst.analyse(SEED).lastWorkMillis().orElseThrow();

  @Test
  void a_window_has_left_the_last_work_behind_with_the_scrape_before_it() {
    ReturnForecast forecast = scraped(-38_000, -23_000, -8_000, 7_000, 22_000, 37_000, 52_000);

    assertThat(forecast.latestMillis(WINDOW)).isEqualTo(END + 22_000 + 1 + STEP);
  }

  @Test
  void a_scrape_that_comes_late_is_waited_for() {
    ReturnForecast forecast = scraped(-38_000, -23_000, -8_000, 7_000, 29_000, 37_000, 52_000);

    assertThat(forecast.latestMillis(WINDOW)).isEqualTo(END + 29_000 + 1 + STEP);
  }

  /** From 52 s on nothing is seen, and who looks at 79 s cannot know of before. */
  @Test
  void a_hole_that_two_missing_scrapes_leave_puts_the_certain_return_behind_it() {
    ReturnForecast forecast = scraped(-23_000, -8_000, 7_000, 22_000, 67_000, 79_000, 94_000);

    assertThat(forecast.latestMillis(WINDOW)).isEqualTo(END + 79_000 + STEP);
  }

  /**
   * Between its two holes the curve is there for a tenth of a second, and no evaluation sees it.
   */
  @Test
  void a_second_hole_soon_after_the_first_one_puts_the_certain_return_behind_both() {
    ReturnForecast forecast =
        scraped(-6_000, 9_000, 24_000, 39_500, 69_400, 84_400, 99_400, 114_400);

    assertThat(forecast.latestMillis(WINDOW)).isEqualTo(END + 84_400 + STEP);
  }

  /** What drops of requests cost at the end is less than the idle band shows. */
  @Test
  void cpu_that_falls_off_at_the_end_is_unseen_for_more_than_a_scrape() {
    Recording recording = fading(SEED.series().stream().map(s -> fading(s)).toList(), true);

    assertThat(returned(recording))
        .isEqualTo(returned(SEED) - 15_000)
        .isBetween(
            finding(recording).earliestReturnMillis(), finding(recording).latestReturnMillis());
  }

  @Test
  void a_counter_that_misses_the_cpu_of_the_end_is_back_too_early() {
    Recording recording = fading(SEED.series().stream().map(s -> fading(s)).toList(), false);

    assertThat(returned(recording)).isLessThan(finding(recording).earliestReturnMillis());
  }

  private static long returned(Recording recording) {
    return finding(recording).returnMillis().orElseThrow();
  }

  private static WindowFinding finding(Recording recording) {
    return Analyst.analyse(recording).windows().getFirst();
  }

  private static ReturnForecast scraped(long... afterTheEndMillis) {
    List<Sample> samples = new ArrayList<>();
    for (long millis : afterTheEndMillis) {
      samples.add(new Sample(END + millis, 1));
    }
    Signal signal = Signal.of(SEED);
    SeriesId counter =
        SEED.series().stream()
            .map(Series::id)
            .filter(id -> id.metric().equals(signal.counter().metric()))
            .filter(id -> id.label("groupname").equals(SEED.info().targetGroup()))
            .findFirst()
            .orElseThrow();
    return new ReturnForecast(
        SEED,
        signal,
        TargetLife.of(SEED, signal.counter()),
        LastWork.of(SEED, signal),
        List.of(new Series(counter, samples)),
        STEP);
  }

  /** From two scrapes before the last work's end on a fiftieth of the CPU is spent. */
  private static double fading(long timeMillis, LongFunction<Double> cpu) {
    long from = Signal.of(SEED).track().atOrBefore(END - 15_000).orElseThrow().timestampMillis();
    double until = cpu.apply(Math.min(timeMillis, from));
    return until + (cpu.apply(timeMillis) - until) / 50;
  }

  private static Series fading(Series series) {
    if (!series.id().metric().contains("cpu")) {
      return series;
    }
    return new Series(
        series.id(),
        series.samples().stream()
            .map(
                s ->
                    new Sample(
                        s.timestampMillis(), fading(s.timestampMillis(), t -> valueAt(series, t))))
            .toList());
  }

  private static Recording fading(List<Series> series, boolean readings) {
    List<CpuReading> spent =
        SEED.cpuReadings().stream()
            .map(
                r ->
                    new CpuReading(
                        r.timestampMillis(),
                        Math.round(fading(r.timestampMillis(), t -> (double) cpuNanos(t)))))
            .toList();
    return SEED.with()
        .series(series)
        .cpuReadings(readings ? spent : SEED.cpuReadings())
        .oracle(Optional.empty())
        .build();
  }

  private static double valueAt(Series series, long timeMillis) {
    return series.samples().stream()
        .filter(s -> s.timestampMillis() <= timeMillis)
        .mapToDouble(Sample::value)
        .max()
        .orElse(0);
  }

  private static long cpuNanos(long timeMillis) {
    return SEED.cpuReadings().stream()
        .filter(r -> r.timestampMillis() <= timeMillis)
        .mapToLong(CpuReading::cpuNanos)
        .max()
        .orElse(0);
  }
}
