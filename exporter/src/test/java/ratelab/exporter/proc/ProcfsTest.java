package ratelab.exporter.proc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
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
    Listing listing = open(Fixtures.CAPTURED).list();
    assertThat(IntStream.range(0, listing.size()).map(listing::pid))
        .containsExactly(2, 26139, 26140, 26141, 26142, 26143, 26144);
  }

  @Test
  void what_cannot_be_listed_is_an_error_with_its_cause() throws IOException {
    Path root = Files.createDirectory(directory.resolve("proc"));
    Files.writeString(root.resolve("stat"), "btime 1\n");
    Procfs procfs = open(root);
    Files.delete(root.resolve("stat"));
    Files.delete(root);
    assertThatThrownBy(procfs::list)
        .isInstanceOf(IOException.class)
        .hasMessage("cannot list " + root + ": no such file or directory");
  }

  @Test
  void measures_a_process_with_its_clock() throws IOException {
    Stat stat = new Stat(BASH, "bash", 'S', 26098, 144, 0, 70, 0, 1, 4464640, 803);
    Outcome<Reading> expected =
        new Found<>(
            new Reading(
                stat,
                OptionalLong.of(2_614_300),
                new Found<>(new Status(0, 0, 1, 217)),
                new Gone<>(), // these files were not captured
                new Gone<>(),
                new Gone<>(),
                new Gone<>(),
                new Found<>(List.of())));
    assertThat(open(Fixtures.CAPTURED).keep(BASH).measure()).isEqualTo(expected);
  }

  @Test
  void a_reused_pid_is_another_process() throws IOException {
    assertThat(open(Fixtures.CAPTURED).keep(new ProcessId(Fixtures.BASH, 1)).measure())
        .isEqualTo(new Gone<>());
  }

  @Test
  void a_missing_file_means_that_the_process_vanished() throws IOException {
    Procfs broken = open(Fixtures.BROKEN);
    assertThat(broken.stat(99)).isEqualTo(new Gone<>());
    assertThat(broken.status(101)).isEqualTo(new Gone<>());
    assertThat(broken.commandLine(101)).isEqualTo(new Gone<>());
    assertThat(broken.cgroups(101)).isEqualTo(new Gone<>());
  }

  @Test
  void a_cut_file_spoils_only_itself() throws IOException {
    Reading reading =
        ((Found<Reading>) open(Fixtures.BROKEN).keep(new ProcessId(106, 500)).measure()).value();
    assertThat(reading)
        .isEqualTo(
            new Reading(
                new Stat(new ProcessId(106, 500), "x", 'S', 1, 0, 0, 1, 1, 2, 8192, 3),
                OptionalLong.of(10_600),
                new Gone<>(),
                new Failed<>("106/io has no number after read_bytes: or write_bytes:"),
                new Gone<>(),
                new Failed<>("106/limits has no number after Max open files"),
                new Gone<>(),
                new Failed<>("106/task/107/stat ends before its 24th field")));
  }

  @Test
  void counts_what_it_reads() throws IOException {
    Procfs procfs = open(Fixtures.UPSTREAM);
    long before = procfs.filesRead();
    procfs.list();
    procfs.stat(Fixtures.UPSTREAM_PROCESS);
    procfs.proportional().read(new ProcessId(Fixtures.UPSTREAM_PROCESS, 324219)); // two files
    assertThat(procfs.filesRead() - before).isEqualTo(4);
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
    Files.writeString(directory.resolve("stat"), "btime x\n");
    assertThatThrownBy(() -> open(directory)).hasMessage("its file stat has no number after btime");
  }

  @Test
  void a_tree_of_files_has_no_cpu_clock_and_says_why() throws IOException {
    assertThat(Procfs.open(Fixtures.CAPTURED, true).whyNoCpuClock())
        .contains("src/test/resources/procfs shows the processes of another pid namespace");
  }

  /** A clock that shows 100 ns for each pid number. */
  private static Procfs open(Path root) throws IOException {
    return Procfs.open(root, true, pid -> OptionalLong.of(100L * pid), KernelUnits.USUAL);
  }
}
