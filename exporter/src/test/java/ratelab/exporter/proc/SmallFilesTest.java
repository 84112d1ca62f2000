package ratelab.exporter.proc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import ratelab.exporter.proc.Outcome.Failed;
import ratelab.exporter.proc.Outcome.Found;
import ratelab.exporter.proc.files.FileBytes;
import ratelab.exporter.proc.files.TaskDirectory;

/** The parsers of io, limits, wchan, cgroup, smaps_rollup and smaps. */
class SmallFilesTest {
  private static final TaskDirectory THREADED = TaskDirectory.ofProcess(Fixtures.THREE_THREADS);
  private static final TaskDirectory CUT = TaskDirectory.ofProcess(Fixtures.CUT);

  @Test
  void io_is_what_went_to_and_came_from_storage() {
    assertThat(IoParser.parse(THREADED, captured("io")))
        .isEqualTo(new Found<>(new IoBytes(135168, 225280)));
  }

  @Test
  void io_that_was_cut_fails() {
    assertThat(IoParser.parse(CUT, broken("io")))
        .isEqualTo(new Failed<>("106/io has no number after read_bytes: or write_bytes:"));
    assertThat(IoParser.parse(CUT, bytes("read_bytes: 12")))
        .isEqualTo(new Failed<>("106/io has no number after read_bytes: or write_bytes:"));
  }

  @Test
  void the_limit_of_descriptors_is_the_soft_one() {
    assertThat(LimitsParser.openFiles(THREADED, captured("limits"))).isEqualTo(new Found<>(512L));
  }

  @Test
  void no_limit_is_the_largest_number() {
    String limits = "Max open files            unlimited            unlimited            files\n";
    assertThat(LimitsParser.openFiles(CUT, bytes(limits))).isEqualTo(new Found<>(Long.MAX_VALUE));
  }

  @Test
  void a_limit_that_is_missing_or_no_number_fails() {
    Failed<Long> failed = new Failed<>("106/limits has no number after Max open files");
    assertThat(LimitsParser.openFiles(CUT, broken("limits"))).isEqualTo(failed);
    assertThat(LimitsParser.openFiles(CUT, bytes(""))).isEqualTo(failed);
  }

  @Test
  void a_wait_channel_is_a_function_and_0_is_none() {
    assertThat(WaitChannel.parse(captured("wchan"), "")).isEqualTo("__do_sys_pause");
    assertThat(WaitChannel.parse(bytes("0"), "__do_sys_pause")).isEmpty();
    assertThat(WaitChannel.parse(bytes(""), "__do_sys_pause")).isEmpty();
  }

  @Test
  void control_groups_come_in_the_order_of_the_file_and_may_hold_colons() {
    assertThat(CgroupParser.parse(captured("cgroup")))
        .containsExactly("/", "/", "/", "/", "/", "/jobs/three:1", "/", "/", "/", "/");
  }

  @Test
  void a_control_group_that_was_cut_is_left_out() {
    assertThat(CgroupParser.parse(broken("cgroup"))).containsExactly("/whole");
    assertThat(CgroupParser.parse(bytes(""))).isEmpty();
  }

  @Test
  void the_rollup_has_the_sums() {
    assertThat(SmapsParser.rollup(THREADED, captured("smaps_rollup")))
        .isEqualTo(new Found<>(new ProportionalBytes(160 * 1024, 0)));
  }

  @Test
  void a_rollup_without_its_sum_fails() {
    assertThat(SmapsParser.rollup(CUT, broken("smaps_rollup")))
        .isEqualTo(new Failed<>("106/smaps_rollup has no number after Pss: or SwapPss:"));
  }

  @Test
  void the_mappings_add_up_to_the_rollup() throws IOException {
    // Each mapping is cut to whole kB, so a little less than the 160 kB of the rollup.
    assertThat(SmapsParser.sum(path(Fixtures.THREADED, THREADED, "smaps")))
        .isEqualTo(new ProportionalBytes(159 * 1024, 0));
  }

  @Test
  void a_mapping_that_was_cut_fails() {
    assertThatThrownBy(() -> SmapsParser.sum(path(Fixtures.BROKEN, CUT, "smaps")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a line without its number: Pss:");
  }

  private static FileBytes captured(String name) {
    return Fixtures.file(Fixtures.THREADED, THREADED, name);
  }

  private static FileBytes broken(String name) {
    return Fixtures.file(Fixtures.BROKEN, CUT, name);
  }

  private static FileBytes bytes(String text) {
    return FileBytes.of(text.getBytes(UTF_8));
  }

  private static Path path(Path root, TaskDirectory task, String name) {
    return root.resolve(task.path(name));
  }
}
