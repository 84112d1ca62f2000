package ratelab.experiments.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Cases small enough to follow by hand, with the answers of each dialect. Samples lie 15 s apart
 * from 0 s on; {@code _} is a missed one.
 */
class GoldenTableTest {
  private static final long INTERVAL_MILLIS = 15_000;
  private static final Pattern QUERY = Pattern.compile("(\\w+)\\[(\\w+)] @(\\d+)s");

  @ParameterizedTest(name = "{1} of {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # samples                                 | query             | 2.42                | 2.51              | 3
          2 5 8 11 14                               | increase[1m] @20s | 6                   | 5.5               | 5.5
          2 5 8 11 14                               | increase[1m] @35s | 9                   | 8.5               | 8.5
          100 100 115 130 130 130                   | rate[30s] @60s    | 0.5                 | 0.5               | 0
          100 100 115 130 130 130                   | rate[30s] @59s    | 1                   | 1                 | 1
          100 100 115 130 130 130                   | rate[15s] @45s    | 1                   | 1                 | none
          100 100 115 130 130 130                   | rate[15s] @46s    | none                | none              | none
          100 100 115 130 130 130                   | irate[15s] @45s   | 1                   | 1                 | none
          100 100 115 130 130 130                   | deriv[30s] @60s   | 0.5                 | 0.5               | 0
          10 20 5 15                                | increase[1m] @50s | 33.33333333333333   | 33.33333333333333 | 33.33333333333333
          10 20 5 15                                | delta[1m] @50s    | 6.666666666666666   | 6.666666666666666 | 6.666666666666666
          10 20 5 15                                | irate[1m] @32s    | 0.3333333333333333  | 0.3333333333333333 | 0.3333333333333333
          100 115 130 145 _ 175 190 205 220 235     | rate[1m] @74s     | 0.6416666666666667  | 0.6416666666666667 | 0.6416666666666667
          100 115 130 145 _ 175 190 205 220 235     | rate[1m] @120s    | 0.9999999999999999  | 0.9999999999999999 | 0.9999999999999999
          100 115 130 145 _ 175 190 205 220 235     | rate[30s] @61s    | none                | none              | none
          0.1 0.11 0.11 0.13 0.13 0.13              | rate[1m] @65s     | 4.4444444444444447E-4 | 4.4444444444444447E-4 | 4.4444444444444447E-4
          0.1 0.11 0.11 0.13 0.13 0.13              | deriv[1m] @65s    | 5.333333333333346E-4 | 5.333333333333346E-4 | 5.333333333333346E-4
          0.1 0.11 0.11 0.13 0.13 0.13              | rate[30s] @50s    | 1.3333333333333335E-3 | 1.3333333333333335E-3 | 1.3333333333333335E-3
          """)
  void each_dialect_gives_its_own_answer(
      String samples, String query, String v242, String v251, String v3) {
    assertThat(answers(series(samples), query)).isEqualTo(expected(v242, v251, v3));
  }

  private static Map<Dialect, OptionalDouble> expected(String v242, String v251, String v3) {
    return Map.of(
        Dialect.V2_42, parsed(v242),
        Dialect.V2_51, parsed(v251),
        Dialect.V2_54, parsed(v251),
        Dialect.V3, parsed(v3));
  }

  private static OptionalDouble parsed(String answer) {
    return answer.equals("none")
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.parseDouble(answer));
  }

  private static Map<Dialect, OptionalDouble> answers(Series series, String query) {
    Matcher parts = QUERY.matcher(query);
    assertThat(parts.matches()).isTrue();
    RangeFunction function = RangeFunction.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
    Duration window = Duration.parse("PT" + parts.group(2).toUpperCase(Locale.ROOT));
    long time = 1000 * Long.parseLong(parts.group(3));
    return Map.of(
        Dialect.V2_42, new RateModel(Dialect.V2_42).valueAt(function, window, series, time),
        Dialect.V2_51, new RateModel(Dialect.V2_51).valueAt(function, window, series, time),
        Dialect.V2_54, new RateModel(Dialect.V2_54).valueAt(function, window, series, time),
        Dialect.V3, new RateModel(Dialect.V3).valueAt(function, window, series, time));
  }

  private static Series series(String text) {
    List<Sample> samples = new ArrayList<>();
    long time = 0;
    for (String value : List.of(text.split(" ", -1))) {
      if (!value.equals("_")) {
        samples.add(new Sample(time, Double.parseDouble(value)));
      }
      time += INTERVAL_MILLIS;
    }
    return new Series(SeriesId.of("c", Map.of()), samples);
  }
}
