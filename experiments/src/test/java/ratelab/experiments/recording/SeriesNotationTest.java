package ratelab.experiments.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ratelab.experiments.rate.SeriesId;

class SeriesNotationTest {

  @ParameterizedTest
  @MethodSource
  void it_reads_what_a_series_prints(SeriesId series) {
    assertThat(SeriesNotation.parse(series.toString())).isEqualTo(series);
  }

  static Stream<SeriesId> it_reads_what_a_series_prints() {
    return Stream.of(
        SeriesId.of("up", Map.of()),
        SeriesId.of("job:rate:sum", Map.of("groupname", "target", "mode", "user")),
        SeriesId.of("x", Map.of("a", "\",b=\"", "c", "\\n\n}", "d", "{}, größer")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1up",
        "up{",
        "up}",
        "up{a}",
        "up{a=b}",
        "up{a=\"b}",
        "up{a=\"b\" }",
        "up{,a=\"b\"}",
        "up{a=\"b\"c=\"d\"}",
        "up{a=\"b\\\"}",
        "up x"
      })
  void what_is_no_series_is_refused(String text) {
    assertThatThrownBy(() -> SeriesNotation.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
