package ratelab.experiments.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StepsTest {
  @Test
  void steps_begin_at_the_start_and_never_pass_the_end() {
    assertThat(new Steps(7, 1000, Duration.ofMillis(400)).timesMillis())
        .containsExactly(7L, 407L, 807L);
    assertThat(new Steps(7, 7, Duration.ofMillis(1)).timesMillis()).containsExactly(7L);
  }

  @Test
  void an_end_before_the_start_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Steps(8, 7, Duration.ofMillis(1)))
        .withMessage("the last step, 7 ms, is before the first, 8 ms");
  }
}
