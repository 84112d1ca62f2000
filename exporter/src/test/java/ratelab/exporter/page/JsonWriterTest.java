package ratelab.exporter.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectMapper;

class JsonWriterTest {
  @Test
  void puts_commas_between_values_and_nowhere_else() {
    JsonWriter json = new JsonWriter().object();
    json.name("empty").object().endObject();
    json.name("list").array().value(1).value("two").array().endArray().object().endObject();
    json.endArray().name("last").value(3).endObject();
    assertThat(json)
        .hasToString(
            """
            {"empty":{},"list":[1,"two",[],{}],"last":3}\
            """);
  }

  @Test
  void a_comma_follows_text_that_ends_like_an_opening() {
    assertThat(new JsonWriter().array().value("[").value("{").value(":").endArray())
        .hasToString(
            """
            ["[","{",":"]\
            """);
  }

  @Test
  void numbers_are_json_and_what_is_not_known_is_null() {
    JsonWriter json = new JsonWriter().array();
    json.value(Long.MAX_VALUE).value(0.5).value(1e-6).value(-1e300);
    json.value(Double.NaN).value(Double.POSITIVE_INFINITY).nothing();
    json.value(OptionalDouble.empty()).value(OptionalLong.empty()).value(OptionalLong.of(7));
    assertThat(json.endArray())
        .hasToString("[9223372036854775807,0.5,1.0E-6,-1.0E300,null,null,null,null,null,7]");
  }

  @Test
  void nothing_in_a_name_can_end_a_string_a_line_or_a_script() {
    assertThat(written("\"\\\n\t\r\0\u001f\u007f\u0085\u2028\u2029</script><!--&"))
        .isEqualTo(
            "\"\\\"\\\\\\n\\t\\u000d\\u0000\\u001f\\u007f\\u0085\\u2028\\u2029"
                + "\\u003c/script\\u003e\\u003c!--\\u0026\"");
  }

  @Test
  void half_a_surrogate_pair_is_escaped_and_a_whole_one_is_not() {
    assertThat(written("\ud83d\ude00 \ud83d \ude00 \ude00\ud83d"))
        .isEqualTo("\"\ud83d\ude00 \\ud83d \\ude00 \\ude00\\ud83d\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "Grüße, 世界 😀",
        "\"quoted\" \\ back",
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a\u2028b\u2029c",
        "high \ud800",
        "low \udfff",
        "\u202eevil"
      })
  void a_reader_gets_back_every_name(String name) {
    String json = new JsonWriter().array().value(name).endArray().toString();
    String sent = new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    assertThat(new ObjectMapper().readTree(sent).get(0).asString()).isEqualTo(name);
  }

  @Test
  void a_reader_gets_back_every_character() {
    String all =
        IntStream.rangeClosed(0, Character.MAX_VALUE)
            .mapToObj(c -> String.valueOf((char) c) + ' ')
            .collect(java.util.stream.Collectors.joining());
    String sent = new String(written(all).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    assertThat(new ObjectMapper().readTree(sent).asString()).isEqualTo(all);
  }

  private static String written(String text) {
    return new JsonWriter().value(text).toString();
  }
}
