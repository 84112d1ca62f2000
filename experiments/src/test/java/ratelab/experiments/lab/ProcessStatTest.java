package ratelab.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessStatTest {
  @Test
  void a_name_may_hold_spaces_and_parentheses() {
    String line =
        "4242 (a) b (c d) S 1 4242 4241 0 -1 4194304 2050 0 0 0 3 1 0 0 20 0 14 0 567890 1 2 3\n";
    assertThat(ProcessStat.parse(line)).isEqualTo(new ProcessStat(4242, 4241, 567890));
    assertThat(ProcessStat.parse(line).identity()).isEqualTo("4242@567890");
  }

  @Test
  void a_process_that_does_not_exist_has_none() {
    assertThat(ProcessStat.read(Integer.MAX_VALUE)).isEmpty();
  }
}
