package ratelab.exporter.proc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ratelab.exporter.proc.Outcome.Failed;
import ratelab.exporter.proc.Outcome.Found;

class StatParserTest {
  private final ProcFiles captured = new NioProcFiles(Fixtures.CAPTURED);
  private final ProcFiles broken = new NioProcFiles(Fixtures.BROKEN);

  @Test
  void reads_a_process_that_burnt_700_ms() {
    assertThat(stat(captured, Fixtures.BASH))
        .isEqualTo(
            new Found<>(
                new Stat(
                    new ProcessId(Fixtures.BASH, 246099), "bash", 26098, 70, 0, 1, 4464640, 803)));
  }

  @Test
  void the_name_ends_at_the_last_parenthesis_and_cannot_fake_fields() {
    assertThat(stat(captured, Fixtures.PARENTHESES))
        .isEqualTo(
            new Found<>(
                new Stat(
                    new ProcessId(Fixtures.PARENTHESES, 246098),
                    ") R 1 (x y",
                    26098,
                    0,
                    0,
                    1,
                    2990080,
                    414)));
  }

  @Test
  void a_name_may_hold_a_newline() {
    assertThat(comm(Fixtures.NEWLINE)).isEqualTo("two\nlines");
  }

  @Test
  void a_character_that_the_kernel_cut_becomes_the_replacement_character() {
    assertThat(comm(Fixtures.CUT_CHARACTER)).isEqualTo("ééééééé\uFFFD");
  }

  @Test
  void zombies_and_kernel_threads_have_no_memory() {
    assertThat(stat(captured, Fixtures.ZOMBIE))
        .isEqualTo(
            new Found<>(
                new Stat(new ProcessId(Fixtures.ZOMBIE, 246099), "true", 26098, 0, 0, 1, 0, 0)));
    assertThat(stat(captured, Fixtures.KERNEL_THREAD))
        .isEqualTo(new Found<>(new Stat(new ProcessId(2, 22), "kthreadd", 0, 0, 0, 1, 0, 0)));
  }

  @Test
  void a_file_cut_inside_the_name_fails() {
    assertThat(stat(broken, 102)).isEqualTo(new Failed<>("102/stat ends before its 24th field"));
  }

  @Test
  void a_file_cut_inside_its_last_number_fails_rather_than_giving_a_smaller_one() {
    assertThat(stat(broken, 104)).isEqualTo(new Failed<>("104/stat ends before its 24th field"));
  }

  @Test
  void an_empty_file_fails() {
    assertThat(stat(broken, 105)).isEqualTo(new Failed<>("105/stat ends before its 24th field"));
  }

  private String comm(int pid) {
    return stat(captured, pid) instanceof Found<Stat>(Stat stat) ? stat.comm() : "unreadable";
  }

  private static Outcome<Stat> stat(ProcFiles files, int pid) {
    return files.read(pid + "/stat").then(file -> StatParser.parse(pid, file));
  }
}
