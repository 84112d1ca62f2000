package ratelab.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import ratelab.experiments.lab.Await.Look.NotYet;
import ratelab.experiments.lab.Await.Look.Seen;

class AwaitTest {
  private final AtomicInteger looks = new AtomicInteger();

  @Test
  void returns_what_was_seen() {
    int seen =
        Await.until(
            "the third look",
            Duration.ofSeconds(10),
            () -> {
              int look = looks.incrementAndGet();
              return look == 3 ? new Seen<>(look) : new NotYet<>("look " + look);
            });
    assertThat(seen).isEqualTo(3);
  }

  @Test
  void names_the_last_observation_at_the_deadline() {
    assertThatThrownBy(
            () ->
                Await.until(
                    "three samples",
                    Duration.ofMillis(30),
                    () -> {
                      looks.incrementAndGet();
                      return new NotYet<>("there are 2");
                    }))
        .isInstanceOf(LabException.class)
        .hasMessage("waited 0.03 s for three samples; there are 2");
    assertThat(looks.get()).isGreaterThan(1);
  }

  @Test
  void looks_once_even_with_no_time_left() {
    assertThat(Await.until("now", Duration.ZERO, () -> new Seen<>("now"))).isEqualTo("now");
  }

  @Test
  void ends_when_interrupted_and_stays_interrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(
            () -> Await.until("ever", Duration.ofSeconds(10), () -> new NotYet<>("never")))
        .hasMessage("interrupted while waiting for ever");
    assertThat(Thread.interrupted()).isTrue();
  }
}
