package ratelab.experiments.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold between two evaluations, whatever the series. */
class MetamorphicTest {
  private static final long SEED = 42;
  private static final List<RateCase> CASES =
      new RandomCases(SEED, Duration.ofMinutes(8)).cases(40, 50);

  @ParameterizedTest
  @EnumSource
  void a_shift_in_time_changes_nothing(Dialect dialect) {
    long shift = 1_795_331_467_057L;
    for (RateCase original : CASES) {
      RateCase later = changed(original, s -> withTime(s, s.timestampMillis() + shift));
      for (RateCase.Question question : original.questions()) {
        RateCase.Question laterQuestion =
            new RateCase.Question(question.query(), question.timeMillis() + shift);
        assertThat(later.answer(dialect, laterQuestion))
            .as("%s", question)
            .isEqualTo(original.answer(dialect, question));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void doubled_values_double_every_answer_but_a_count_exactly(Dialect dialect) {
    for (RateCase original : CASES) {
      RateCase doubled = changed(original, s -> withValue(s, 2 * s.value()));
      for (RateCase.Question question : original.questions()) {
        OptionalDouble answer = original.answer(dialect, question);
        double factor = question.query().function().measures() ? 2 : 1;
        assertThat(doubled.answer(dialect, question))
            .as("%s", question)
            .isEqualTo(
                answer.isPresent() ? OptionalDouble.of(factor * answer.getAsDouble()) : answer);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_mature_counter_may_start_anywhere_unless_a_regression_rounds(Dialect dialect) {
    for (RateCase original : CASES) {
      RateCase million = changed(counter(original), s -> withValue(s, s.value() + 1_000_000));
      RateCase billion = changed(counter(original), s -> withValue(s, s.value() + 1_000_000_000));
      for (RateCase.Question question : original.questions()) {
        OptionalDouble answer = million.answer(dialect, question);
        if (question.query().function() == RangeFunction.DERIV) {
          assertThat(billion.answer(dialect, question).orElse(0))
              .isCloseTo(answer.orElse(0), within(1e-3));
        } else {
          assertThat(billion.answer(dialect, question)).as("%s", question).isEqualTo(answer);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void two_parts_of_a_counter_add_up_to_the_whole(Dialect dialect) {
    for (RateCase original : CASES) {
      RateCase whole = changed(counter(original), s -> withValue(s, 1e6 + s.value()));
      RateCase part = changed(whole, s -> withValue(s, 0.3 * s.value()));
      RateCase rest = changed(whole, s -> withValue(s, s.value() - 0.3 * s.value()));
      for (RateCase.Question question : measuring(original)) {
        double sum =
            part.answer(dialect, question).orElse(0) + rest.answer(dialect, question).orElse(0);
        assertThat(sum)
            .as("%s", question)
            .isCloseTo(whole.answer(dialect, question).orElse(0), within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V2_51", "V2_54"})
  void closed_and_open_windows_agree_unless_a_sample_lies_on_the_left_edge(Dialect closed) {
    for (RateCase original : CASES) {
      for (RateCase.Question question : original.questions()) {
        long leftEdge = question.timeMillis() - question.query().window().toMillis();
        if (!anySampleAt(original, leftEdge)) {
          assertThat(original.answer(closed, question))
              .as("%s", question)
              .isEqualTo(original.answer(Dialect.V3, question));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"V2_51", "V2_54"})
  void far_from_zero_the_order_at_the_left_edge_does_not_matter(Dialect limitFirst) {
    for (RateCase original : CASES) {
      RateCase mature = changed(counter(original), s -> withValue(s, s.value() + 1_000_000));
      for (RateCase.Question question : original.questions()) {
        assertThat(mature.answer(limitFirst, question))
            .as("%s", question)
            .isEqualTo(mature.answer(Dialect.V2_42, question));
      }
    }
  }

  /** Counts of what happens to a counter do not add up to what happens to a sum. */
  private static List<RateCase.Question> measuring(RateCase rateCase) {
    return rateCase.questions().stream().filter(q -> q.query().function().measures()).toList();
  }

  private static boolean anySampleAt(RateCase rateCase, long timeMillis) {
    return rateCase.series().stream()
        .anyMatch(s -> !s.between(timeMillis, timeMillis).samples().isEmpty());
  }

  /** The same scrape times with a counter of whole numbers that never falls. */
  private static RateCase counter(RateCase original) {
    return changed(original, s -> withValue(s, Math.floor(s.timestampMillis() / 700.0)));
  }

  private static RateCase changed(RateCase original, UnaryOperator<Sample> change) {
    List<Series> series =
        original.series().stream()
            .map(s -> new Series(s.id(), s.samples().stream().map(change).toList()))
            .toList();
    return new RateCase(series, original.questions());
  }

  private static Sample withTime(Sample sample, long timeMillis) {
    return sample.isStale() ? Sample.stale(timeMillis) : new Sample(timeMillis, sample.value());
  }

  private static Sample withValue(Sample sample, double value) {
    return sample.isStale() ? sample : new Sample(sample.timestampMillis(), value);
  }
}
