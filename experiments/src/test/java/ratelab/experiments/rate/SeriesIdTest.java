package ratelab.experiments.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesIdTest {
  @Test
  void prints_its_labels_sorted_and_escaped() {
    SeriesId id = SeriesId.of("up", Map.of("job", "a\"b\\c\nd", "instance", "x"));

    assertThat(id).hasToString("up{instance=\"x\",job=\"a\\\"b\\\\c\\nd\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"up", "a:b_1{x=\"1\"}", "up{a=\"\",b=\"é \\\\ \\\" \\n }\"}"})
  void reads_back_what_it_prints(String text) {
    assertThat(SeriesId.parse(text)).hasToString(text);
  }

  @Test
  void reads_blanks_and_a_last_comma() {
    assertThat(SeriesId.parse(" up { b = \"2\" , a=\"1\", } ")).hasToString("up{a=\"1\",b=\"2\"}");
    assertThat(SeriesId.parse("up{}")).isEqualTo(SeriesId.of("up", Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          9up           | column 1: expected a metric name
          up x          | column 4: expected the end
          up{a="1"      | column 9: expected ',' or '}'
          up{a:b="1"}   | column 5: expected '='
          up{a=1}       | column 6: expected '"'
          up{a="1       | column 8: expected '"' at the end of a label value
          up{a="\\t"}   | column 8: expected one of n \\ " after a backslash
          up{1="1"}     | column 4: expected a label name or '}'
          up{a="",a=""} | label a is there twice
          """)
  void what_is_malformed_is_refused_with_its_column(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SeriesId.parse(text))
        .withMessage(message);
  }

  @Test
  void is_ordered_by_metric_then_label_by_label_then_number_of_labels() {
    List<String> sorted =
        List.of("a{b=\"1\"}", "a{b=\"1\",c=\"1\"}", "a{b=\"1 \"}", "a{c=\"0\"}", "b");

    assertThat(Stream.of(4, 2, 0, 3, 1).map(sorted::get).map(SeriesId::parse).sorted())
        .extracting(SeriesId::toString)
        .isEqualTo(sorted);
  }
}
