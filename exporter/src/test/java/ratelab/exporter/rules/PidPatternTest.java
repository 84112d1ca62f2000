package ratelab.exporter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PidPatternTest {
  private static final boolean EXISTED = true;
  private static final boolean BORN_LATER = false;

  @Test
  void reads_a_pid_with_and_without_a_start_time() {
    assertThat(PidPattern.parse("42")).contains(new PidPattern(42, OptionalLong.empty()));
    assertThat(PidPattern.parse("42@7000")).contains(new PidPattern(42, OptionalLong.of(7000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "x", "42@", "@7000", "42 @7000", "42@x", "9999999999"})
  void refuses_anything_else(String text) {
    assertThat(PidPattern.parse(text)).isEmpty();
  }

  @Test
  void a_start_time_must_be_that_of_the_process() {
    PidPattern pattern = PidPattern.parse("42@7000").orElseThrow();
    assertThat(pattern.matches(Candidates.of(42, 7000, BORN_LATER, "x"))).isTrue();
    assertThat(pattern.matches(Candidates.of(42, 7001, EXISTED, "x"))).isFalse();
    assertThat(pattern.matches(Candidates.of(43, 7000, EXISTED, "x"))).isFalse();
  }

  @Test
  void a_bare_pid_means_the_process_that_had_it_at_the_start() {
    PidPattern pattern = PidPattern.parse("42").orElseThrow();
    assertThat(pattern.matches(Candidates.of(42, 7000, EXISTED, "x"))).isTrue();
    assertThat(pattern.matches(Candidates.of(42, 9000, BORN_LATER, "x"))).isFalse();
  }
}
