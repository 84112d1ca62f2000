package ratelab.exporter.proc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import ratelab.exporter.proc.Outcome.Failed;
import ratelab.exporter.proc.Outcome.Found;

class StatusParserTest {
  @Test
  void reads_the_effective_user_and_swap_in_bytes() {
    assertThat(parse("Uid:\t1\t2\t3\t4\nVmSwap:\t      10 kB\nnonvoluntary_ctxt_switches:\t0\n"))
        .isEqualTo(new Found<>(new Status(2, 10240)));
  }

  @Test
  void a_kernel_thread_has_no_swap_and_that_is_0() {
    assertThat(captured(Fixtures.KERNEL_THREAD)).isEqualTo(new Found<>(new Status(0, 0)));
  }

  @Test
  void a_hostile_name_is_only_a_name() {
    assertThat(captured(Fixtures.NEWLINE)).isEqualTo(new Found<>(new Status(0, 0)));
  }

  @Test
  void a_cut_file_fails_rather_than_claiming_no_swap() {
    assertThat(new NioProcFiles(Fixtures.BROKEN).read("103/status").then(f -> parse(103, f)))
        .isEqualTo(new Failed<>("103/status ends before its line nonvoluntary_ctxt_switches:"));
  }

  @Test
  void a_user_that_is_no_number_fails() {
    assertThat(parse("Uid:\tnobody\nnonvoluntary_ctxt_switches:\t0\n"))
        .isEqualTo(new Failed<>("7/status has no number after Uid: or VmSwap:"));
  }

  private static Outcome<Status> captured(int pid) {
    return new NioProcFiles(Fixtures.CAPTURED).read(pid + "/status").then(f -> parse(pid, f));
  }

  private static Outcome<Status> parse(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return parse(7, new FileBytes(bytes, bytes.length));
  }

  private static Outcome<Status> parse(int pid, FileBytes file) {
    return StatusParser.parse(pid, file);
  }
}
