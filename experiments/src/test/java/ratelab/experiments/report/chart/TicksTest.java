package ratelab.experiments.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {
  @Test
  void values_are_counted_by_one_two_and_five() {
    assertThat(labels(Ticks.decimal(0, 1.45, 5))).containsExactly("0.0", "0.5", "1.0");
    assertThat(labels(Ticks.decimal(0, 160, 5))).containsExactly("0", "50", "100", "150");
    assertThat(labels(Ticks.decimal(0, 0.0007, 5)))
        .containsExactly("0.0000", "0.0002", "0.0004", "0.0006");
    assertThat(labels(Ticks.decimal(-3, 3, 3))).containsExactly("−2", "0", "2");
  }

  @Test
  void seconds_are_counted_as_clocks_do() {
    assertThat(labels(Ticks.seconds(-48, 942, 12)))
        .containsExactly("0", "120", "240", "360", "480", "600", "720", "840");
    assertThat(labels(Ticks.seconds(-10, 91, 6))).containsExactly("0", "30", "60", "90");
    assertThat(labels(Ticks.seconds(0, 2, 5))).containsExactly("0.0", "0.5", "1.0", "1.5", "2.0");
    assertThat(labels(Ticks.seconds(0, 200_000, 3))).containsExactly("0", "86400", "172800");
  }

  private static List<String> labels(Ticks ticks) {
    return ticks.values().stream().map(ticks::label).toList();
  }
}
