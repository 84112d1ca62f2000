package ratelab.exporter.proc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.exporter.proc.Outcome.Denied;
import ratelab.exporter.proc.Outcome.Failed;
import ratelab.exporter.proc.Outcome.Found;
import ratelab.exporter.proc.Outcome.Gone;

/** With a reader that keeps files open, and of a process with a single thread. */
class KeptProcessTest {
  private static final ProcessId ID = new ProcessId(10, 500);

  @TempDir Path directory;
  private ProcfsTree tree;
  private RecordingFiles files;

  @BeforeEach
  void emptyTree() throws IOException {
    Path root = Files.createDirectory(directory.resolve("proc"));
    tree = new ProcfsTree(root);
    files = new RecordingFiles(root, true);
  }

  @Test
  void the_first_measure_reads_everything_and_keeps_only_what_tells_of_memory() throws IOException {
    tree.put(process().nanos(5));
    KeptProcess kept = keep();
    assertThat(files.done()).isEmpty();
    assertThat(reading(kept))
        .isEqualTo(
            new Reading(
                new Stat(ID, "app", 'S', 0, 0, 0, 0, 0, 1, 8192, 3),
                OptionalLong.of(5),
                new Found<>(new Status(4711, 0, 1, 1)),
                new Found<>(new IoBytes(0, 0)),
                new Found<>(4L),
                new Found<>(1024L),
                new Found<>("do_wait"),
                new Found<>(List.of())));
    assertThat(files.open()).containsExactly("10/statm");
  }

  @Test
  void while_it_uses_no_cpu_only_its_memory_is_looked_at() throws IOException {
    tree.put(process().nanos(5));
    KeptProcess kept = keep();
    Reading first = reading(kept);
    files.done();
    assertThat(reading(kept)).isSameAs(first);
    assertThat(files.done()).containsExactly("kept 10/statm");
  }

  @Test
  void when_it_has_used_cpu_everything_is_read_again_and_kept_open() throws IOException {
    tree.put(process().nanos(5));
    KeptProcess kept = keep();
    reading(kept);
    tree.put(process().nanos(6).ticks(7, 8).io(9, 10).switches(11, 12).faults(13, 14));
    Reading second = reading(kept);
    assertThat(second.stat()).isEqualTo(new Stat(ID, "app", 'S', 0, 13, 14, 7, 8, 1, 8192, 3));
    assertThat(second.io()).isEqualTo(new Found<>(new IoBytes(9, 10)));
    assertThat(second.status()).isEqualTo(new Found<>(new Status(4711, 0, 11, 12)));
    assertThat(files.open())
        .containsExactly("10/io", "10/stat", "10/statm", "10/status", "10/wchan");
  }

  @Test
  void after_long_sleep_most_descriptors_are_given_back() throws IOException {
    tree.put(process().nanos(5));
    KeptProcess kept = keep();
    reading(kept);
    tree.put(process().nanos(6));
    Reading awake = reading(kept);
    for (int i = 0; i < 63; i++) assertThat(reading(kept)).isSameAs(awake);
    assertThat(files.open()).hasSize(5);
    assertThat(reading(kept)).isSameAs(awake);
    assertThat(files.open()).containsExactly("10/statm");
    tree.put(process().nanos(7));
    reading(kept);
    assertThat(files.open()).hasSize(5);
  }

  @Test
  void memory_that_the_kernel_took_shows_although_the_process_slept() throws IOException {
    tree.put(process().nanos(5));
    KeptProcess kept = keep();
    reading(kept);
    files.done();
    tree.put(process().nanos(5).resident(1).swapped(8));
    Reading second = reading(kept);
    assertThat(second.stat().residentPages()).isEqualTo(1);
    assertThat(second.status()).isEqualTo(new Found<>(new Status(4711, 8192, 1, 1)));
    assertThat(files.done()).containsExactly("kept 10/statm", "read 10/status", "read 10/stat");
    assertThat(reading(kept)).isSameAs(second);
  }

  @Test
  void a_limit_that_others_changed_shows_within_16_measures() throws IOException {
    tree.put(process().nanos(5));
    KeptProcess kept = keep();
    Reading first = reading(kept);
    tree.put(process().nanos(5).descriptors(4, "unlimited"));
    int measures = 1;
    while (reading(kept).equals(first)) measures++;
    assertThat(measures).isLessThanOrEqualTo(16);
    assertThat(reading(kept).descriptorLimit()).isEqualTo(new Found<>(Long.MAX_VALUE));
  }

  @Test
  void one_that_was_about_to_run_is_read_again() throws IOException {
    tree.put(process().nanos(5).state('R'));
    KeptProcess kept = keep();
    Reading first = reading(kept);
    tree.put(process().nanos(5));
    assertThat(reading(kept)).isNotSameAs(first);
    assertThat(reading(kept)).isSameAs(reading(kept));
  }

  @Test
  void a_part_that_failed_is_tried_again_while_the_process_sleeps() throws IOException {
    tree.put(process().nanos(5));
    tree.cut(10, "io");
    KeptProcess kept = keep();
    assertThat(reading(kept).io())
        .isEqualTo(new Failed<>("10/io has no number after read_bytes: or write_bytes:"));
    tree.put(process().nanos(5).io(1, 2));
    assertThat(reading(kept).io()).isEqualTo(new Found<>(new IoBytes(1, 2)));
  }

  @Test
  void a_part_that_is_denied_is_not_asked_for_again_until_the_process_runs() throws IOException {
    tree.put(process().nanos(5));
    files.deny("10/io");
    files.deny("10/fd");
    KeptProcess kept = keep();
    Reading first = reading(kept);
    assertThat(first.io()).isEqualTo(new Denied<>("10/io"));
    assertThat(first.openDescriptors()).isEqualTo(new Denied<>("10/fd"));
    assertThat(reading(kept)).isSameAs(first);
    tree.put(process().nanos(6));
    assertThat(reading(kept).io()).isEqualTo(new Denied<>("10/io"));
  }

  @Test
  void without_a_clock_everything_is_read_each_time() throws IOException {
    tree.put(process());
    KeptProcess kept = keep();
    Reading first = reading(kept);
    tree.put(process().io(1, 2));
    assertThat(reading(kept)).isNotEqualTo(first);
  }

  @Test
  void one_that_ended_is_gone_and_leaves_nothing_open() throws IOException {
    tree.put(process().nanos(5));
    KeptProcess kept = keep();
    reading(kept);
    tree.put(process().nanos(6));
    reading(kept);
    tree.end(10);
    assertThat(kept.measure()).isEqualTo(new Gone<>());
    assertThat(files.open()).isEmpty();
    kept.close();
  }

  @Test
  void one_whose_pid_is_now_anothers_is_gone() throws IOException {
    tree.put(process().nanos(5));
    KeptProcess kept = keep();
    reading(kept);
    tree.put(new FakeProcess(10, 900, "app").nanos(6));
    assertThat(kept.measure()).isEqualTo(new Gone<>());
    assertThat(files.open()).isEmpty();
    assertThat(kept.measure()).isEqualTo(new Gone<>());
  }

  @Test
  void one_that_cannot_be_read_for_a_while_is_not_lost() throws IOException {
    tree.put(process().nanos(5));
    KeptProcess kept = keep();
    reading(kept);
    tree.put(process().nanos(6));
    tree.cut(10, "stat");
    assertThat(kept.measure()).isEqualTo(new Failed<>("10/stat ends before its 24th field"));
    tree.put(process().nanos(6).ticks(1, 0));
    assertThat(reading(kept).stat().userTicks()).isEqualTo(1);
  }

  private static FakeProcess process() {
    return new FakeProcess(10, 500, "app");
  }

  private KeptProcess keep() throws IOException {
    return files.procfs(true, tree::nanos, directory.resolve("proc")).keep(ID);
  }

  private static Reading reading(KeptProcess kept) {
    return ((Found<Reading>) kept.measure()).value();
  }
}
