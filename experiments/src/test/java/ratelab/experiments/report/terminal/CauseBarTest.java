package ratelab.experiments.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import ratelab.experiments.analysis.Decay;

class CauseBarTest {
  @Test
  void each_cause_has_its_share_of_the_bar() {
    assertThat(CauseBar.draw(decay(10_000, 7000, 1000, 2000), 20))
        .containsExactly(
            "██████████████▒▒░░░░", "█ 7.0 s drain   ▒ 1.0 s scrape phase   ░ 2.0 s rate window");
  }

  @Test
  void a_negative_phase_is_told_in_words() {
    assertThat(CauseBar.draw(decay(712_100, 711_000, -13_900, 15_000), 20))
        .containsExactly(
            "████████████████████",
            "█ 711.0 s drain (less 13.9 s: the last CPU was counted before the work's end)"
                + "   ░ 15.0 s rate window");
  }

  private static Decay decay(long total, long drain, long phase, long tail) {
    return new Decay(
        Duration.ofSeconds(30),
        Duration.ofMillis(total),
        Duration.ofMillis(drain),
        Duration.ofMillis(phase),
        Duration.ofMillis(tail));
  }
}
