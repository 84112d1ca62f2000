package ratelab.loadgen.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GoDurationTest {
  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "0s, PT0S",
    "10s, PT10S",
    "+5s, PT5S",
    "1m30s, PT1M30S",
    "3m, PT3M",
    "1.5h, PT1H30M",
    ".5s, PT0.5S",
    "1.s, PT1S",
    "250ms, PT0.25S",
    "7us, PT0.000007S",
    "7\u00b5s, PT0.000007S",
    "7\u03bcs, PT0.000007S",
    "9ns, PT0.000000009S",
    "1s1s, PT2S",
  })
  void reads_what_go_reads(String text, Duration expected) {
    assertThat(GoDuration.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "s", "10 s", "1d", "-1s", "1s2", ".s", "PT1S", "1e3s"})
  void refuses_anything_else_with_an_example(String text) {
    assertThatThrownBy(() -> GoDuration.parse(text))
        .hasMessage(
            "'"
                + text
                + "' is not a duration; write a number and a unit, like 10s, 500ms or 1m30s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2562048h", "99999999999999999999s"})
  void refuses_what_nanoseconds_cannot_count(String text) {
    assertThatThrownBy(() -> GoDuration.parse(text))
        .hasMessage("'" + text + "' is too long; the limit is 292 years");
  }
}
