package ratelab.exporter.proc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.exporter.proc.Outcome.Failed;
import ratelab.exporter.proc.Outcome.Found;
import ratelab.exporter.proc.Outcome.Gone;

class ProcfsTest {
  private static final ProcessId BASH = new ProcessId(Fixtures.BASH, 246099);

  @TempDir Path directory;

  @Test
  void lists_the_processes_by_pid_and_nothing_else() throws IOException {
    assertThat(open(Fixtures.CAPTURED).pids())
        .containsExactly(2, 26139, 26140, 26141, 26142, 26143, 26144);
  }

  @Test
  void measures_a_process_with_its_clock() throws IOException {
    Outcome<Reading> reading = open(Fixtures.CAPTURED).measure(BASH);
    Stat stat = new Stat(BASH, "bash", 26098, 70, 0, 1, 4464640, 803);
    assertThat(reading)
        .isEqualTo(
            new Found<>(
                new Reading(stat, new Found<>(new Status(0, 0)), OptionalLong.of(2_614_300))));
  }

  @Test
  void a_reused_pid_is_another_process() throws IOException {
    assertThat(open(Fixtures.CAPTURED).measure(new ProcessId(Fixtures.BASH, 1)))
        .isEqualTo(new Gone<>());
  }

  @Test
  void a_missing_file_means_that_the_process_vanished() throws IOException {
    Procfs broken = open(Fixtures.BROKEN);
    assertThat(broken.stat(99)).isEqualTo(new Gone<>());
    assertThat(broken.status(101)).isEqualTo(new Gone<>());
    assertThat(broken.commandLine(101)).isEqualTo(new Gone<>());
  }

  @Test
  void a_cut_status_spoils_only_itself() throws IOException {
    Stat stat = new Stat(new ProcessId(103, 246099), "sleep", 26098, 0, 0, 1, 2990080, 411);
    assertThat(open(Fixtures.BROKEN).measure(stat.id()))
        .isEqualTo(
            new Found<>(
                new Reading(
                    stat,
                    new Failed<>("103/status ends before its line nonvoluntary_ctxt_switches:"),
                    OptionalLong.of(10_300))));
  }

  @Test
  void tells_the_time_since_boot_in_ticks() throws IOException {
    assertThat(open(Fixtures.CAPTURED).ticksSinceBoot()).isEqualTo(246500);
    assertThat(open(Fixtures.CAPTURED).bootEpochSeconds()).isEqualTo(1795379645);
  }

  @Test
  void a_directory_that_is_no_procfs_is_refused_with_what_is_missing() throws IOException {
    assertThatThrownBy(() -> open(directory)).hasMessage("it has no file stat");
    Files.writeString(directory.resolve("stat"), "cpu 1 2 3\n");
    assertThatThrownBy(() -> open(directory)).hasMessage("its file stat has no line btime");
  }

  @Test
  void a_tree_of_files_has_no_cpu_clock_and_says_why() throws IOException {
    assertThat(Procfs.open(Fixtures.CAPTURED).whyNoCpuClock())
        .contains("src/test/resources/procfs shows the processes of another pid namespace");
  }

  /** A clock that shows 100 ns for each pid number. */
  private static Procfs open(Path root) throws IOException {
    return Procfs.open(root, pid -> OptionalLong.of(100L * pid), KernelUnits.USUAL);
  }
}
