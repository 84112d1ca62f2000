package ratelab.experiments.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SeenWorkTest {
  private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

  @Test
  void a_slow_service_with_one_thread_is_seen_to_have_one() {
    SeenWork seen = new SeenWork(13, 142, Duration.ofSeconds(65), FIVE_SECONDS);

    assertThat(seen.servers()).isEqualTo(1);
    assertThat(seen.drain()).isEqualTo(Duration.ofSeconds(710));
    assertThat(seen.paceError()).isZero();
    assertThat(seen.assumption())
        .isEqualTo(
            "The forecast holds if the service works off the 142 requests whose abandoned"
                + " connections are open, 1 at once, as it did under load (13 in 65.0 s, of 5.000 s"
                + " each).");
  }

  @Test
  void four_at_once_are_done_four_times_as_soon() {
    SeenWork seen = new SeenWork(50, 100, Duration.ofSeconds(65), FIVE_SECONDS);

    assertThat(seen.servers()).isEqualTo(4);
    assertThat(seen.drain()).isEqualTo(Duration.ofSeconds(125));
    assertThat(seen.paceError()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void a_service_slower_than_when_calibrated_works_on_one_at_least() {
    assertThat(new SeenWork(2, 10, Duration.ofSeconds(60), FIVE_SECONDS).servers()).isEqualTo(1);
  }

  @Test
  void nothing_left_is_said_to_be_nothing() {
    SeenWork seen = new SeenWork(50, 0, Duration.ofSeconds(65), FIVE_SECONDS);

    assertThat(seen.drain()).isZero();
    assertThat(seen.assumption())
        .isEqualTo("No abandoned request is left at the load's end, as far as connections show.");
  }

  @Test
  void a_service_that_was_done_with_nothing_has_shown_nothing() {
    assertThatThrownBy(() -> new SeenWork(0, 155, Duration.ofSeconds(65), FIVE_SECONDS))
        .hasMessage("nothing done tells nothing of what is left");
  }
}
