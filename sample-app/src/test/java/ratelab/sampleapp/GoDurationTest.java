package ratelab.sampleapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "5s, PT5S",
    "500ms, PT0.5S",
    "1m30s, PT1M30S",
    "1.5h, PT1H30M",
    ".5s, PT0.5S",
    "1.s, PT1S",
    "10us, PT0.00001S",
    "10µs, PT0.00001S",
    "7ns, PT0.000000007S",
    "0.3ns, PT0S",
  })
  void it_reads_what_go_reads(String text, Duration expected) {
    assertThat(GoDuration.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "-5s", "5 s", "5s ", "5d", "1,5s", "5S"})
  void it_refuses_the_rest_and_says_what_it_expects(String text) {
    assertThatThrownBy(() -> GoDuration.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'%s' is not a duration; write a number with its unit, as 5s, 500ms or 1m30s", text);
  }

  @Test
  void it_refuses_what_does_not_fit_in_nanoseconds() {
    assertThatThrownBy(() -> GoDuration.parse("2562048h"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'2562048h' is longer than 292 years");
  }
}
