package ratelab.loadgen.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProgressLineTest {
  @Test
  void says_how_far_the_load_is() {
    assertThat(
            ProgressLine.of(Duration.ofMillis(3_900), Optional.of(Duration.ofMinutes(1)), 55, 4, 1))
        .isEqualTo("3 s of 60 s: 55 sent, 4 answered, 1 failed, 50 in flight");
    assertThat(ProgressLine.of(Duration.ofSeconds(3), Optional.empty(), 2, 1, 0))
        .isEqualTo("3 s: 2 sent, 1 answered, 0 failed, 1 in flight");
  }
}
