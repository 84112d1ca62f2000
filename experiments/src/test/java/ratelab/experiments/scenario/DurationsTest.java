package ratelab.experiments.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "5s, PT5S",
    "250ms, PT0.25S",
    "1m30s, PT1M30S",
    "0, PT0S",
    "7.5s, PT7.5S",
    "1h, PT1H",
    "90s, PT1M30S",
    "3us, PT0.000003S",
    "3µs, PT0.000003S",
    "1ns, PT0.000000001S"
  })
  void go_s_syntax_is_read(String text, Duration duration) {
    assertThat(Durations.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0s",
    "PT0.25S, 250ms",
    "PT0.0000015S, 0.0015ms",
    "PT7.5S, 7.5s",
    "PT1M, 1m",
    "PT1M30S, 1m30s",
    "PT1H, 1h",
    "PT1H0.001S, 1h0.001s"
  })
  void a_duration_is_printed_in_go_s_syntax(Duration duration, String text) {
    assertThat(Durations.print(duration)).isEqualTo(text);
  }

  @Test
  void what_is_printed_is_read_back_to_the_nanosecond() {
    Random random = new Random(42);
    for (int i = 0; i < 100_000; i++) {
      Duration duration = Duration.ofNanos(random.nextLong(1L << random.nextInt(1, 50)));
      assertThat(Durations.parse(Durations.print(duration))).isEqualTo(duration);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "5 s", "-5s", "5sec", "1m 30s", "1,5s", "9999999999h"})
  void what_is_no_duration_is_refused(String text) {
    assertThatThrownBy(() -> Durations.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + text + "' is not a duration; write it like 5s, 250ms or 1m30s");
  }
}
