package ratelab.loadgen.report;

import static org.assertj.core.api.Assertions.assertThat;
import static ratelab.loadgen.record.Attempts.answered;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ratelab.loadgen.record.Totals;

final class ProgressLineTest {
  @Test
  void says_how_far_the_load_is() {
    assertThat(
            ProgressLine.of(Duration.ofMillis(3_900), Optional.of(Duration.ofMinutes(1)), 55, 4, 1))
        .isEqualTo("3 s of 60 s: 55 sent, 4 answered, 1 failed, 50 in flight");
    assertThat(ProgressLine.of(Duration.ofSeconds(3), Optional.empty(), 2, 1, 0))
        .isEqualTo("3 s: 2 sent, 1 answered, 0 failed, 1 in flight");
  }

  @Test
  void says_what_the_last_second_was_like() {
    Totals last = Results.counted(1_000, answered(0, 1, 0, 10, 200, 0)).totals();

    assertThat(ProgressLine.lately(last, Duration.ofMillis(500)))
        .isEqualTo("; now 2/s, p50 10.000 ms, p99 10.000 ms");
    assertThat(ProgressLine.lately(Results.counted(1_000).totals(), Duration.ofSeconds(1)))
        .isEqualTo("; now 0/s");
  }
}
