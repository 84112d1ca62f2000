package ratelab.exporter.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextBufferTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "7, 7",
    "-62135596800, -62135596800",
    "999999999999999, 999999999999999",
    "1.0E15, 1.0E15",
    "0.05, 0.05",
    "0.304000001, 0.304000001",
    "1234567.890123456, 1234567.890123456",
    "NaN, NaN"
  })
  void numbers_are_whole_where_they_are_and_exact_where_not(double value, String text)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new TextBuffer(out).number(value).flush();
    assertThat(out.toString(UTF_8)).isEqualTo(text);
  }
}
