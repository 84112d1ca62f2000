package ratelab.experiments.analysis.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratelab.experiments.analysis.shape.ShapeComparison.Exactness;
import ratelab.experiments.analysis.shape.ShapeComparison.Line;
import ratelab.experiments.analysis.shape.ShapeComparison.Outcome;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.Pulse;
import ratelab.experiments.rate.RangeFunction;
import ratelab.experiments.rate.RangeModifier;
import ratelab.experiments.rate.ScrapeGrid;

/** What is derived of a curve is what the rate model then shows. */
class ShapeForecastTest {
  private static final long[] INTERVALS = {1000, 5000, 15_000};
  private static final long[] WINDOWS = {10_000, 20_000, 30_000, 60_000, 100_000, 300_000};
  private static final long[] LENGTHS = {500, 3000, 40_000, 400_000};
  private static final Exactness EXACT = new Exactness(100, 0, 0, 0, false, 0, 0);

  @ParameterizedTest(name = "scrapes every {0}, window {1}")
  @CsvSource({
    "PT15S, PT30S, 2.0",
    "PT15S, PT1M, 1.333",
    "PT15S, PT5M, 1.053",
    "PT5S, PT10S, 2.0",
    "PT5S, PT30S, 1.20",
    "PT1S, PT10S, 1.111",
    "PT1S, PT30S, 1.034"
  })
  void a_burst_within_one_gap_shows_higher_than_its_mean(
      Duration interval, Duration window, double factor) {
    ScrapeGrid grid = new ScrapeGrid(0, interval);
    long start = grid.firstAtOrAfter(400_000) + 100;
    PulsedCounter burst = PulsedCounter.exact(new Pulse(start, start + 500, 1), grid);

    Line overshoot =
        line(burst.compare(View.rate(grid, window, Dialect.V3), EXACT), Aspect.OVERSHOOT);

    assertThat(overshoot.observed().orElseThrow()).isCloseTo(factor, within(0.001));
    assertThat(overshoot.forecast().high()).isCloseTo(factor, within(0.001));
  }

  @Test
  void every_view_of_exact_samples_is_as_forecast() {
    Random random = new Random(7);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      View view = view(random);
      long length = LENGTHS[random.nextInt(LENGTHS.length)];
      long start = 400_000L + random.nextInt(15_000);
      PulsedCounter counter =
          PulsedCounter.exact(new Pulse(start, start + length, 0.7), view.grid());
      collect(counter.compare(view, EXACT), wrong);
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void every_view_of_a_slower_scraper_is_as_forecast_from_the_fine_samples() {
    Random random = new Random(11);
    Exactness exactness = new Exactness(100, 5, 0, 1000, false, 0, 0);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      View view = view(random);
      if (view.grid().intervalMillis() > 1000) {
        long length = LENGTHS[random.nextInt(LENGTHS.length)];
        long start = 400_000L + random.nextInt(15_000);
        PulsedCounter counter =
            PulsedCounter.jittered(new Pulse(start, start + length, 0.7), random);
        collect(counter.compareDecimated(view, exactness), wrong);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void a_window_of_one_scrape_interval_shows_nothing_and_two_show_everything() {
    Pulse pulse = new Pulse(400_000, 520_000, 1);
    ScrapeGrid grid = new ScrapeGrid(3000, Duration.ofSeconds(15));
    PulsedCounter counter = PulsedCounter.exact(pulse, grid);

    assertThat(visible(counter, grid, 15)).isEqualTo(0);
    assertThat(visible(counter, grid, 20)).isCloseTo(1 / 3.0, within(0.02));
    assertThat(visible(counter, grid, 30)).isEqualTo(1);
    assertThat(ShapeForecast.of(rate(grid, 15), counter.pulse()).bounds())
        .containsOnlyKeys(Aspect.VISIBLE);
  }

  @Test
  void a_forecast_for_another_scrape_interval_fails() {
    ScrapeGrid grid = new ScrapeGrid(0, Duration.ofSeconds(5));
    PulsedCounter counter = PulsedCounter.exact(new Pulse(400_100, 700_100, 1), grid);
    ShapeComparison wrong =
        counter.compare(
            rate(new ScrapeGrid(0, Duration.ofSeconds(15)), 30),
            new Exactness(100, 0, 0, 0, false, 0, 0));

    assertThat(wrong.lines().stream().filter(l -> l.outcome() == Outcome.MISSES))
        .extracting(Line::aspect)
        .contains(Aspect.RISE, Aspect.RETURN);
  }

  @Test
  void a_height_below_the_counters_steps_is_unknown_whatever_was_observed() {
    ScrapeGrid grid = new ScrapeGrid(0, Duration.ofSeconds(5));
    PulsedCounter counter = PulsedCounter.exact(new Pulse(400_100, 700_100, 0.0005), grid);

    ShapeComparison ticks =
        counter.compare(rate(grid, 30), new Exactness(100, 0, 0, 0, false, 0, 0.02));

    assertThat(line(ticks, Aspect.PLATEAU).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(line(ticks, Aspect.OVERSHOOT).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void an_end_that_was_not_recorded_is_unknown() {
    ScrapeGrid grid = new ScrapeGrid(0, Duration.ofSeconds(5));
    PulsedCounter counter = PulsedCounter.exact(new Pulse(400_100, 700_100, 1), grid);
    CpuPulse late =
        new CpuPulse(400_100, 400_100, 1_390_000, 1_390_000, 895_050, 1, 300, 0, Sway.NONE);

    ShapeComparison comparison =
        new PulsedCounter(counter.truth(), counter.series(), late).compare(rate(grid, 30), EXACT);

    assertThat(line(comparison, Aspect.RETURN).outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  private static double visible(PulsedCounter counter, ScrapeGrid grid, int windowSeconds) {
    return line(counter.compare(rate(grid, windowSeconds), EXACT), Aspect.VISIBLE)
        .observed()
        .orElseThrow();
  }

  private static View rate(ScrapeGrid grid, int windowSeconds) {
    return View.rate(grid, Duration.ofSeconds(windowSeconds), Dialect.V3);
  }

  private static View view(Random random) {
    long interval = INTERVALS[random.nextInt(INTERVALS.length)];
    RangeFunction[] functions = RangeFunction.ofCpu().toArray(RangeFunction[]::new);
    RangeModifier[] modifiers = RangeModifier.values();
    RangeFunction function = functions[random.nextInt(functions.length)];
    RangeModifier modifier = modifiers[random.nextInt(modifiers.length)];
    return new View(
        new ScrapeGrid(random.nextInt((int) interval), Duration.ofMillis(interval)),
        Duration.ofMillis(WINDOWS[random.nextInt(WINDOWS.length)]),
        function,
        modifier.allows(function) ? modifier : RangeModifier.PLAIN,
        Dialect.V3);
  }

  private static void collect(ShapeComparison comparison, List<String> wrong) {
    comparison.lines().stream()
        .filter(l -> l.outcome() != Outcome.HOLDS)
        .forEach(l -> wrong.add(comparison.view() + " " + comparison.pulse() + ": " + l));
  }

  private static Line line(ShapeComparison comparison, Aspect aspect) {
    return comparison.lines().stream().filter(l -> l.aspect() == aspect).findFirst().orElseThrow();
  }
}
