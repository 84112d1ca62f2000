package ratelab.experiments.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The closed form against the algorithm, over random phases in whole milliseconds. */
class ClosedFormAgainstAlgorithmTest {
  private static final long SEED = 7;
  private static final int PHASES = 12;
  private static final int INSTANTS = 100;
  private static final List<Duration> INTERVALS =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(15));
  private static final List<Duration> WINDOWS =
      List.of(
          Duration.ofSeconds(7),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(30),
          Duration.ofMillis(47_300),
          Duration.ofSeconds(60));

  private final Random random = new Random(SEED);

  /** One counter, scraped on a grid, with what is predicted of it. */
  private record Scraped(ClosedForm form, Pulse pulse, Series series) {
    OptionalDouble evaluatedAt(long millis) {
      return new RateModel(form.dialect())
          .valueAt(RangeFunction.RATE, form.window(), series, millis);
    }

    OptionalDouble lastValueBefore(long millis) {
      long time = millis - 1;
      while (form.samplesInWindow(time) < 2) {
        time--;
      }
      return evaluatedAt(time);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V2_42", "V3"})
  void predicted_values_and_gaps_are_those_of_the_algorithm(Dialect dialect) {
    for (Scraped scraped : randomPhases(dialect)) {
      for (int i = 0; i < INSTANTS; i++) {
        long time = time(scraped);
        OptionalDouble evaluated = scraped.evaluatedAt(time);
        OptionalDouble predicted = scraped.form().rateAt(scraped.pulse(), time);
        assertThat(predicted.isPresent()).isEqualTo(evaluated.isPresent());
        assertThat(predicted.orElse(0)).isCloseTo(evaluated.orElse(0), within(1e-9));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V2_42", "V3"})
  void the_curve_is_zero_from_the_predicted_millisecond_on_and_not_before(Dialect dialect) {
    for (Scraped scraped : randomPhases(dialect)) {
      OptionalLong zero = scraped.form().zeroMillis(scraped.pulse());
      assertThat(zero.isPresent()).isEqualTo(scraped.form().visibleShare() > 0);
      if (zero.isPresent()) {
        assertThat(scraped.evaluatedAt(zero.getAsLong())).hasValue(0);
        assertThat(scraped.lastValueBefore(zero.getAsLong()).orElseThrow()).isPositive();
        assertInside(scraped.form(), zero.getAsLong() - scraped.pulse().endMillis());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V2_42", "V3"})
  void the_curve_is_full_from_the_predicted_millisecond_on_and_not_before(Dialect dialect) {
    for (Scraped scraped : randomPhases(dialect)) {
      Pulse pulse = scraped.pulse();
      OptionalLong full = scraped.form().plateauMillis(pulse);
      if (full.isPresent()) {
        assertThat(scraped.evaluatedAt(full.getAsLong()).orElseThrow())
            .isCloseTo(pulse.perSecond(), within(1e-9));
        assertThat(scraped.lastValueBefore(full.getAsLong()).orElseThrow())
            .isLessThan(pulse.perSecond() - 1e-3);
        assertInside(scraped.form(), full.getAsLong() - pulse.startMillis());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V2_42", "V3"})
  void the_curve_reacts_at_the_predicted_sample_and_not_before(Dialect dialect) {
    for (Scraped scraped : randomPhases(dialect)) {
      long reaction = scraped.form().reactionMillis(scraped.pulse());
      assertThat(scraped.evaluatedAt(reaction - 1).orElse(0)).isZero();
      if (scraped.form().visibleShare() > 0) {
        assertThat(scraped.evaluatedAt(reaction).orElseThrow()).isPositive();
      }
    }
  }

  private List<Scraped> randomPhases(Dialect dialect) {
    List<Scraped> cases = new ArrayList<>();
    for (Duration interval : INTERVALS) {
      for (Duration window : WINDOWS) {
        for (int i = 0; i < PHASES; i++) {
          ScrapeGrid grid = new ScrapeGrid(random.nextInt(100_000), interval);
          long start = 300_000L + random.nextInt(100_000);
          Pulse pulse = new Pulse(start, start + 150_000 + random.nextInt(50_000), 1000);
          cases.add(scraped(new ClosedForm(dialect, grid, window), pulse));
        }
      }
    }
    return cases;
  }

  private static Scraped scraped(ClosedForm form, Pulse pulse) {
    long first = form.grid().lastBefore(100_000);
    List<Sample> samples =
        new Steps(first, 900_000, form.grid().interval())
            .timesMillis()
            .mapToObj(time -> new Sample(time, 1e9 + pulse.grownAt(time)))
            .toList();
    return new Scraped(form, pulse, new Series(SeriesId.parse("c"), samples));
  }

  /** Half of the instants lie on an edge: a sample, or a sample leaving the window. */
  private long time(Scraped scraped) {
    long time = 200_000L + random.nextInt(600_000);
    ScrapeGrid grid = scraped.form().grid();
    return switch (random.nextInt(4)) {
      case 0 -> grid.lastAtOrBefore(time);
      case 1 -> grid.lastAtOrBefore(time) + scraped.form().window().toMillis();
      default -> time;
    };
  }

  private static void assertInside(ClosedForm form, long delayMillis) {
    ReturnInterval bounds = ReturnInterval.of(form.window(), form.grid().interval());
    long closedMilli = form.dialect() == Dialect.V3 ? 0 : 1;
    assertThat(delayMillis)
        .isBetween(bounds.earliest().toMillis(), bounds.latest().toMillis() - 1 + closedMilli);
  }
}
