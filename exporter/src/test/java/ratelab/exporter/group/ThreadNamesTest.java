package ratelab.exporter.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ThreadNamesTest {
  private final ThreadNames names = new ThreadNames();

  @Test
  void a_name_that_returns_finds_its_totals() {
    names.of("worker").addSwitches(3, 4);
    names.prune(Set.of());
    assertThat(names.of("worker").switches()).isEqualTo(new SwitchTotals(3, 4));
  }

  @Test
  void names_without_end_are_forgotten_oldest_first_but_never_those_alive() {
    names.of("alive").addSwitches(1, 1);
    for (int i = 0; i < 1000; i++) names.of("worker-" + i).addSwitches(1, 1);
    names.prune(Set.of("alive"));
    assertThat(names.of("alive").switches()).isEqualTo(new SwitchTotals(1, 1));
    assertThat(names.of("worker-999").switches()).isEqualTo(new SwitchTotals(1, 1));
    assertThat(names.of("worker-0").switches()).isEqualTo(new SwitchTotals(0, 0));
  }
}
