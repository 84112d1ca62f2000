package ratelab.loadgen.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TemplateParserTest {
  private final TemplateParser parser =
      new TemplateParser(Optional.of(CsvTable.parse("id,name\n7,Ann\n8,Bob\n9,Eve\n")));

  @Test
  void text_without_places_is_literal() {
    assertThat(parser.parse("")).isEqualTo(Template.literal(""));
    assertThat(parser.parse("{a} {{").isLiteral()).isTrue();
    assertThat(parser.parse("{{sequence}}").isLiteral()).isFalse();
  }

  @Test
  void places_are_filled_in_inside_json_too() {
    Template template = parser.parse("{\"n\":{{sequence}},\"who\":{\"name\":\"{{csv:name}}\"}}");

    assertThat(template.text(new Fill(0, 5))).isEqualTo("{\"n\":5,\"who\":{\"name\":\"Bob\"}}");
  }

  @Test
  void rows_serve_requests_in_turn() {
    Template template = parser.parse("{{csv:id}}");

    assertThat(LongStream.rangeClosed(1, 5).mapToObj(n -> template.text(new Fill(0, n))))
        .containsExactly("7", "8", "9", "7", "8");
  }

  @Test
  void random_numbers_are_within_both_bounds_and_reach_them() {
    Template template = parser.parse("{{random:-1:1}}");

    assertThat(LongStream.range(0, 200).mapToObj(n -> template.text(new Fill(3, n))).distinct())
        .containsExactlyInAnyOrder("-1", "0", "1");
  }

  @Test
  void equal_seeds_and_numbers_give_equal_texts() {
    Template template = parser.parse("{{uuid}} {{uuid}} {{random:1:1000000}}");

    assertThat(template.text(new Fill(3, 4))).isEqualTo(template.text(new Fill(3, 4)));
    assertThat(template.text(new Fill(3, 4))).isNotEqualTo(template.text(new Fill(3, 5)));
    assertThat(template.text(new Fill(4, 4))).isNotEqualTo(template.text(new Fill(3, 4)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{id}} | {{id}} has no meaning; use {{sequence}}, {{random:1:100}}, {{uuid}} or"
            + " {{csv:COLUMN}}",
        "{{random:2:1}} | {{random:2:1}}: the first number is above the second",
        "{{csv:x}} | {{csv:x}}: the table has [id, name]"
      })
  void what_has_no_meaning_is_refused(String text, String message) {
    assertThatThrownBy(() -> parser.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
