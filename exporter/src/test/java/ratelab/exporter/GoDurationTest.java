package ratelab.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {
  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "+0, PT0S",
    "1s, PT1S",
    "500ms, PT0.5S",
    "1.5h, PT1H30M",
    "2h45m, PT2H45M",
    ".5m, PT30S",
    "1.s, PT1S",
    "7ns, PT0.000000007S",
    "3us, PT0.000003S",
    "3µs, PT0.000003S",
    "3μs, PT0.000003S",
    "1s1s, PT2S",
    "0.3ns, PT0S"
  })
  void reads_what_go_reads(String text, Duration expected) {
    assertThat(GoDuration.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "1 s", "1d", ".s", "1e3s", "1s ", "-1s", "++1s", "1S"})
  void refuses_the_rest(String text) {
    assertThat(GoDuration.parse(text)).isEmpty();
  }

  @Test
  void refuses_what_64_bits_of_nanoseconds_cannot_hold() {
    assertThat(GoDuration.parse("2562047h")).isPresent();
    assertThat(GoDuration.parse("2562048h")).isEmpty();
  }
}
