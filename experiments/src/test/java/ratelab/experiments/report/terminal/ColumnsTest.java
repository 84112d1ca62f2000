package ratelab.experiments.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {
  @Test
  void a_long_cell_continues_below_itself() {
    assertThat(new Columns(4, 11, 6).row("PASS", "drain as forecast", "71.1 s"))
        .containsExactly("PASS  drain as     71.1 s", "      forecast");
  }

  @Test
  void a_word_longer_than_its_column_is_cut_and_control_characters_are_spaces() {
    assertThat(Columns.wrap("abcdefgh\u001b[31m ij", 5))
        .containsExactly("abcde", "fgh", "[31m", "ij");
  }
}
