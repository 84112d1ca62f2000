package ratelab.loadgen.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class CsvTableTest {
  @Test
  void cells_may_hold_commas_quotes_and_line_feeds_in_quotes() {
    CsvTable table = CsvTable.parse("a,b\r\n\"1,2\",\"say \"\"hi\"\"\"\r\n\"x\ny\",\r\n");

    assertThat(table.size()).isEqualTo(2);
    assertThat(table.cell(0, table.column("a"))).isEqualTo("1,2");
    assertThat(table.cell(0, table.column("b"))).isEqualTo("say \"hi\"");
    assertThat(table.cell(1, 0)).isEqualTo("x\ny");
    assertThat(table.cell(1, 1)).isEmpty();
  }

  @Test
  void empty_lines_are_no_rows() {
    assertThat(CsvTable.parse("a\n\n1\n\n").size()).isEqualTo(1);
  }

  @Test
  void a_table_without_rows_or_with_uneven_ones_is_refused() {
    assertThatThrownBy(() -> CsvTable.parse("a,b\n"))
        .hasMessage("no rows; write a heading and at least one row below it");
    assertThatThrownBy(() -> CsvTable.parse("a,b\n1,2\n3\n"))
        .hasMessage("row 2 has 1 cells, the heading 2");
    assertThatThrownBy(() -> CsvTable.parse("a\n\"1\n"))
        .hasMessage("a cell's closing quote is missing");
  }
}
