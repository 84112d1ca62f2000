package ratelab.experiments.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratelab.experiments.rate.ClosedForm.Plateau;

class ClosedFormTest {
  private static final long SEED = 7;

  @Test
  void thirty_seconds_at_fifteen_decay_in_one_step() {
    ScrapeGrid grid = new ScrapeGrid(4_000, Duration.ofSeconds(15));
    ClosedForm form = new ClosedForm(Dialect.V3, grid, Duration.ofSeconds(30));

    // Samples at 94 s and 109 s: at 109 s the window sees 94 s to 109 s, of which 6 s had CPU.
    assertThat(form.staircase(new Pulse(20_000, 100_000, 1)))
        .isEqualTo(
            new Curve(
                List.of(
                    new Curve.Point(109_000, OptionalDouble.of(0.4)),
                    new Curve.Point(124_000, OptionalDouble.of(0)))));
  }

  @Test
  void a_minute_at_fifteen_decays_in_three_steps() {
    ScrapeGrid grid = new ScrapeGrid(0, Duration.ofSeconds(15));
    ClosedForm form = new ClosedForm(Dialect.V2_42, grid, Duration.ofMinutes(1));

    assertThat(form.staircase(new Pulse(0, 90_000, 3)).points())
        .extracting(Curve.Point::timeMillis, p -> Math.round(p.value().orElseThrow() * 100))
        .containsExactly(
            tuple(90_000L, 300L),
            tuple(105_000L, 225L),
            tuple(120_000L, 150L),
            tuple(135_000L, 75L),
            tuple(135_001L, 0L));
  }

  @ParameterizedTest
  @CsvSource({
    "15, 10, 0.0, 15, 30",
    "15, 20, 0.3333333333333333, 15, 30",
    "15, 30, 1.0, 15, 30",
    "15, 60, 1.0, 45, 60",
    "15, 300, 1.0, 285, 300",
    "5, 10, 1.0, 5, 10",
    "5, 30, 1.0, 25, 30",
    "1, 10, 1.0, 9, 10",
    "1, 300, 1.0, 299, 300"
  })
  void visibility_and_return_follow_from_interval_and_window(
      long interval, long window, double visible, long earliest, long latest) {
    Duration scrape = Duration.ofSeconds(interval);
    Duration range = Duration.ofSeconds(window);

    assertThat(new ClosedForm(Dialect.V3, new ScrapeGrid(0, scrape), range).visibleShare())
        .isEqualTo(visible);
    assertThat(ReturnInterval.of(range, scrape))
        .isEqualTo(new ReturnInterval(Duration.ofSeconds(earliest), Duration.ofSeconds(latest)));
  }

  @ParameterizedTest
  @CsvSource({
    "60, 44, IMPOSSIBLE, 0.9777777777777777",
    "60, 45, POSSIBLE, 1",
    "60, 59, POSSIBLE, 1",
    "60, 60, CERTAIN, 1",
    "30, 3, IMPOSSIBLE, 0.2",
    "20, 15, POSSIBLE, 1"
  })
  void short_pulses_are_not_seen_in_full(
      long window, long length, Plateau plateau, double peakShare) {
    ClosedForm form =
        new ClosedForm(
            Dialect.V3, new ScrapeGrid(0, Duration.ofSeconds(15)), Duration.ofSeconds(window));

    assertThat(form.plateau(Duration.ofSeconds(length))).isEqualTo(plateau);
    assertThat(form.peakShare(Duration.ofSeconds(length))).isEqualTo(peakShare);
  }

  @ParameterizedTest
  @CsvSource({"1, 30", "5, 60", "15, 60"})
  void the_plateau_of_a_pulse_is_reached_as_often_as_its_length_says(long interval, long window) {
    Random random = new Random(SEED);
    for (int i = 0; i < 100; i++) {
      ScrapeGrid grid = new ScrapeGrid(random.nextInt(100_000), Duration.ofSeconds(interval));
      ClosedForm form = new ClosedForm(Dialect.V3, grid, Duration.ofSeconds(window));
      long length = random.nextLong(2000 * window);
      Pulse pulse = new Pulse(400_000, 400_000 + length, 1);

      boolean reached = peak(form, pulse) > 1 - 1e-9;

      Plateau expected = form.plateau(Duration.ofMillis(length));
      assertThat(expected == Plateau.POSSIBLE || reached == (expected == Plateau.CERTAIN)).isTrue();
      assertThat(peak(form, pulse))
          .isLessThanOrEqualTo(form.peakShare(Duration.ofMillis(length)) + 1e-9);
    }
  }

  private static double peak(ClosedForm form, Pulse pulse) {
    double peak = 0;
    long end = pulse.endMillis() + form.window().toMillis() + form.grid().intervalMillis();
    long time = form.grid().lastBefore(pulse.startMillis());
    for (; time <= end; time += form.grid().intervalMillis()) {
      peak = Math.max(peak, form.rateAt(pulse, time).orElse(0));
    }
    return peak;
  }
}
