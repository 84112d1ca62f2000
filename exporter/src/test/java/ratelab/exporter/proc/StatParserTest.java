package ratelab.exporter.proc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import ratelab.exporter.proc.Outcome.Failed;
import ratelab.exporter.proc.Outcome.Found;
import ratelab.exporter.proc.files.FileBytes;
import ratelab.exporter.proc.files.TaskDirectory;

class StatParserTest {

  @Test
  void reads_a_process_that_burnt_700_ms() {
    assertThat(stat(Fixtures.CAPTURED, Fixtures.BASH))
        .isEqualTo(
            new Found<>(
                new Stat(
                    new ProcessId(Fixtures.BASH, 246099),
                    "bash",
                    'S',
                    26098,
                    144,
                    0,
                    70,
                    0,
                    1,
                    4464640,
                    803)));
  }

  @Test
  void the_name_ends_at_the_last_parenthesis_and_cannot_fake_fields() {
    assertThat(stat(Fixtures.CAPTURED, Fixtures.PARENTHESES))
        .isEqualTo(
            new Found<>(
                new Stat(
                    new ProcessId(Fixtures.PARENTHESES, 246098),
                    ") R 1 (x y",
                    'S',
                    26098,
                    77,
                    0,
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
    assertThat(stat(Fixtures.CAPTURED, Fixtures.ZOMBIE))
        .isEqualTo(
            new Found<>(
                new Stat(
                    new ProcessId(Fixtures.ZOMBIE, 246099),
                    "true",
                    'Z',
                    26098,
                    51,
                    1,
                    0,
                    0,
                    1,
                    0,
                    0)));
    assertThat(stat(Fixtures.CAPTURED, Fixtures.KERNEL_THREAD))
        .isEqualTo(
            new Found<>(new Stat(new ProcessId(2, 22), "kthreadd", 'S', 0, 0, 0, 0, 0, 1, 0, 0)));
  }

  @Test
  void of_a_thread_the_id_and_the_name_are_its_own() {
    TaskDirectory worker = new TaskDirectory(Fixtures.THREE_THREADS, 23081);
    assertThat(StatParser.parse(worker, Fixtures.file(Fixtures.THREADED, worker, "stat"), ""))
        .isEqualTo(
            new Found<>(
                new Stat(
                    new ProcessId(23081, 278613),
                    "worker 1",
                    'S',
                    1,
                    2,
                    0,
                    0,
                    11,
                    3,
                    19521536,
                    281)));
  }

  @Test
  void a_name_that_is_still_the_same_is_the_same_string() {
    String earlier = new String("bash".toCharArray());
    TaskDirectory process = TaskDirectory.ofProcess(Fixtures.BASH);
    FileBytes file = Fixtures.file(Fixtures.CAPTURED, process, "stat");
    assertThat(StatParser.parse(process, file, earlier))
        .isInstanceOfSatisfying(
            Found.class, found -> assertThat(((Stat) found.value()).comm()).isSameAs(earlier));
    assertThat(StatParser.parse(process, file, "sh"))
        .isEqualTo(StatParser.parse(process, file, ""));
  }

  @Test
  void a_file_cut_inside_the_name_fails() {
    assertThat(stat(Fixtures.BROKEN, 102))
        .isEqualTo(new Failed<>("102/stat ends before its 24th field"));
  }

  @Test
  void a_file_cut_inside_its_last_number_fails_rather_than_giving_a_smaller_one() {
    assertThat(stat(Fixtures.BROKEN, 104))
        .isEqualTo(new Failed<>("104/stat ends before its 24th field"));
  }

  @Test
  void an_empty_file_fails() {
    assertThat(stat(Fixtures.BROKEN, 105))
        .isEqualTo(new Failed<>("105/stat ends before its 24th field"));
  }

  private String comm(int pid) {
    return stat(Fixtures.CAPTURED, pid) instanceof Found<Stat>(Stat stat)
        ? stat.comm()
        : "unreadable";
  }

  private static Outcome<Stat> stat(Path root, int pid) {
    TaskDirectory process = TaskDirectory.ofProcess(pid);
    return StatParser.parse(process, Fixtures.file(root, process, "stat"), "");
  }
}
