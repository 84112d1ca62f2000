package ratelab.experiments.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.SeriesId;

class ExpositionTest {
  private static final long SCRAPED = 1_795_331_467_057L;

  @Test
  void reads_every_form_of_a_sample_and_skips_comments() throws ExpositionException {
    String body =
        """
        # HELP cpu_seconds_total CPU user usage in "seconds" \\ and {more}
        # TYPE cpu_seconds_total counter
        cpu_seconds_total{groupname="node",mode="user"} 0.52

        # EOF
        escaped{path="C:\\\\DIR\\n\\"x\\"",} 1.458255915e9 1395066363000
        \tno_labels  \t -Inf
        empty { } +Inf -5
        not_a_number NaN
        """;

    assertThat(Exposition.parse(body, SCRAPED))
        .isEqualTo(
            List.of(
                sample("cpu_seconds_total{groupname=\"node\",mode=\"user\"}", SCRAPED, 0.52),
                sample("escaped{path=\"C:\\\\DIR\\n\\\"x\\\"\"}", 1395066363000L, 1.458255915e9),
                sample("no_labels", SCRAPED, Double.NEGATIVE_INFINITY),
                sample("empty", -5, Double.POSITIVE_INFINITY),
                sample("not_a_number", SCRAPED, Double.NaN)));
  }

  @Test
  void an_empty_body_has_no_samples() throws ExpositionException {
    assertThat(Exposition.parse("", SCRAPED)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          up{a="1} 1       | column 11: expected '"' at the end of a label value
          up               | expected a number as the value, got ''
          up 1d            | expected a number as the value, got '1d'
          up 0x1p3         | expected a number as the value, got '0x1p3'
          up 1 2.5         | expected a timestamp in whole milliseconds, got '2.5'
          up 1 2 3         | expected a value and perhaps a timestamp, got '1 2 3'
          <html>           | column 1: expected a metric name
          first 2          | first is there twice
          """)
  void a_malformed_line_is_named_with_its_number(String line, String problem) {
    assertThatThrownBy(() -> Exposition.parse("first 1\n\n" + line + "\nlast 1\n", SCRAPED))
        .isInstanceOf(ExpositionException.class)
        .hasMessage("line 3: " + problem);
  }

  @Test
  void a_body_that_is_cut_off_is_refused() {
    assertThatThrownBy(() -> Exposition.parse("first 1\nsecond 12", SCRAPED))
        .isInstanceOf(ExpositionException.class)
        .hasMessage("line 2: no line feed at its end: the body is cut off");
  }

  private static ExposedSample sample(String series, long timeMillis, double value) {
    return new ExposedSample(SeriesId.parse(series), new Sample(timeMillis, value));
  }
}
