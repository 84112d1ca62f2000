package ratelab.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BlockChartTest {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  @Test
  void values_stand_on_zero_and_gaps_stay_empty() {
    assertThat(new BlockChart(6, 2).draw(List.of(of(0), of(0.25), NONE, of(0.5), of(1), of(0.001))))
        .containsExactly("  1.000000 ┤    █", "         0 ┤ ▄ ██▁");
  }

  @Test
  void the_newest_values_are_shown() {
    assertThat(new BlockChart(2, 1).draw(List.of(of(1), of(0.5), of(1))))
        .containsExactly("  1.000000 ┤▄█");
  }

  @Test
  void without_values_there_is_a_scale() {
    assertThat(new BlockChart(3, 2).draw(List.of(NONE)))
        .containsExactly("  1.000000 ┤", "         0 ┤");
  }

  private static OptionalDouble of(double value) {
    return OptionalDouble.of(value);
  }
}
