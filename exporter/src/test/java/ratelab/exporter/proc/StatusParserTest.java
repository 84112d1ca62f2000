package ratelab.exporter.proc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ratelab.exporter.proc.Outcome.Failed;
import ratelab.exporter.proc.Outcome.Found;
import ratelab.exporter.proc.files.FileBytes;
import ratelab.exporter.proc.files.TaskDirectory;

class StatusParserTest {
  private static final TaskDirectory SEVEN = TaskDirectory.ofProcess(7);
  private static final String SWITCHES =
      "voluntary_ctxt_switches:\t8\nnonvoluntary_ctxt_switches:\t9\n";

  @Test
  void reads_the_effective_user_swap_in_bytes_and_switches() {
    assertThat(parse("Uid:\t1\t2\t3\t4\nVmSwap:\t      10 kB\nThreads:\t1\n" + SWITCHES))
        .isEqualTo(new Found<>(new Status(2, 10240, 8, 9)));
  }

  @Test
  void of_a_thread_the_switches_are_its_own() {
    TaskDirectory worker = new TaskDirectory(Fixtures.THREE_THREADS, 23081);
    assertThat(StatusParser.parse(worker, Fixtures.file(Fixtures.THREADED, worker, "status")))
        .isEqualTo(new Found<>(new Status(0, 0, 1, 227)));
  }

  @Test
  void a_kernel_thread_has_no_swap_and_that_is_0() {
    assertThat(captured(Fixtures.KERNEL_THREAD)).isEqualTo(new Found<>(new Status(0, 0, 66, 0)));
  }

  @Test
  void a_hostile_name_is_only_a_name() {
    assertThat(captured(Fixtures.NEWLINE)).isEqualTo(new Found<>(new Status(0, 0, 1, 0)));
  }

  @Test
  void lines_about_the_processor_may_follow() {
    assertThat(parse("Uid:\t1\t2\t3\t4\n" + SWITCHES + "x86_Thread_features:\t\n"))
        .isEqualTo(new Found<>(new Status(2, 0, 8, 9)));
  }

  @Test
  void a_cut_file_fails_rather_than_claiming_no_swap() {
    TaskDirectory cut = TaskDirectory.ofProcess(103);
    assertThat(StatusParser.parse(cut, Fixtures.file(Fixtures.BROKEN, cut, "status")))
        .isEqualTo(new Failed<>("103/status ends before its line nonvoluntary_ctxt_switches:"));
  }

  @Test
  void a_number_that_was_cut_fails() {
    assertThat(
            parse("Uid:\t1\t2\t3\t4\nvoluntary_ctxt_switches:\t8\nnonvoluntary_ctxt_switches:\t9"))
        .isEqualTo(new Failed<>("7/status has a line without its number"));
  }

  @Test
  void a_user_that_is_no_number_fails() {
    assertThat(parse("Uid:\tnobody\n" + SWITCHES))
        .isEqualTo(new Failed<>("7/status has a line without its number"));
    assertThat(parse("Name:\tx\n" + SWITCHES)).isEqualTo(new Failed<>("7/status has no line Uid:"));
  }

  private static Outcome<Status> captured(int pid) {
    TaskDirectory process = TaskDirectory.ofProcess(pid);
    return StatusParser.parse(process, Fixtures.file(Fixtures.CAPTURED, process, "status"));
  }

  private static Outcome<Status> parse(String text) {
    return StatusParser.parse(SEVEN, FileBytes.of(text.getBytes(UTF_8)));
  }
}
