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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ratelab.exporter.proc.Outcome.Failed;
import ratelab.exporter.proc.Outcome.Found;

class KeptThreadsTest {
  private static final ProcessId ID = new ProcessId(10, 500);

  @TempDir Path directory;
  private Path root;
  private ProcfsTree tree;

  @BeforeEach
  void emptyTree() throws IOException {
    root = Files.createDirectory(directory.resolve("proc"));
    tree = new ProcfsTree(root);
  }

  @Test
  void all_are_read_the_main_one_first_as_it_is_the_oldest() throws IOException {
    tree.put(process(1).threads(worker(12, 8).io(1, 2).switches(3, 4).ticks(5, 6), worker(11, 7)));
    List<ThreadReading> threads = threads(keep(new RecordingFiles(root, true)));
    assertThat(threads).extracting(thread -> thread.stat().id().pid()).containsExactly(10, 11, 12);
    assertThat(threads.getLast())
        .isEqualTo(
            new ThreadReading(
                new Stat(new ProcessId(12, 600), "worker", 'S', 0, 0, 0, 5, 6, 3, 8192, 3),
                new Found<>(new Status(4711, 0, 3, 4)),
                new Found<>(new IoBytes(1, 2)),
                new Found<>("do_wait"),
                OptionalLong.of(8)));
  }

  @Test
  void one_that_slept_while_others_ran_keeps_its_reading() throws IOException {
    RecordingFiles files = new RecordingFiles(root, true);
    tree.put(process(1).threads(worker(11, 7), worker(12, 8)));
    KeptProcess kept = keep(files);
    threads(kept);
    tree.put(process(2).threads(worker(11, 7), worker(12, 9)));
    List<ThreadReading> second = threads(kept);
    files.done();
    tree.put(process(3).threads(worker(11, 7), worker(12, 10).ticks(1, 0)));
    List<ThreadReading> third = threads(kept);
    assertThat(third.get(1)).isSameAs(second.get(1));
    assertThat(third.get(2).stat().userTicks()).isEqualTo(1);
    assertThat(files.done())
        .filteredOn(line -> line.contains("task"))
        .containsExactly(
            "kept 10/task",
            "kept 10/task/10/schedstat",
            "kept 10/task/11/schedstat",
            "kept 10/task/12/schedstat",
            "kept 10/task/12/status",
            "kept 10/task/12/io",
            "kept 10/task/12/wchan",
            "kept 10/task/12/stat");
  }

  @Test
  void while_the_process_uses_no_cpu_none_is_looked_at() throws IOException {
    RecordingFiles files = new RecordingFiles(root, true);
    tree.put(process(1).threads(worker(11, 7)));
    KeptProcess kept = keep(files);
    Outcome<Reading> first = kept.measure();
    files.done();
    assertThat(kept.measure()).isSameAs(first);
    assertThat(files.done()).containsExactly("kept 10/statm");
  }

  @Test
  void one_that_is_about_to_run_has_its_process_read_again() throws IOException {
    tree.put(process(1).threads(worker(11, 7).state('R')));
    KeptProcess kept = keep(new RecordingFiles(root, true));
    threads(kept);
    tree.put(process(1).threads(worker(11, 7).state('D')));
    assertThat(threads(kept).get(1).stat().state()).isEqualTo('D');
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void those_that_ended_are_left_out_and_leave_nothing_open(boolean keeps) throws IOException {
    RecordingFiles files = new RecordingFiles(root, keeps);
    tree.put(process(1).threads(worker(11, 7), worker(12, 8)));
    KeptProcess kept = keep(files);
    threads(kept);
    tree.put(process(2).threads(worker(11, 8), worker(12, 9)));
    threads(kept);
    tree.put(process(3).threads(worker(12, 10), worker(13, 1)));
    assertThat(threads(kept))
        .extracting(thread -> thread.stat().id().pid())
        .containsExactly(10, 12, 13);
    assertThat(files.open()).noneMatch(path -> path.startsWith("10/task/11"));
    tree.put(process(4));
    assertThat(threads(kept)).isEmpty();
    assertThat(files.open()).noneMatch(path -> path.startsWith("10/task"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void one_whose_id_is_now_anothers_is_another(boolean keeps) throws IOException {
    tree.put(process(1).threads(worker(11, 7)));
    KeptProcess kept = keep(new RecordingFiles(root, keeps));
    threads(kept);
    tree.put(process(2).threads(new FakeTask(11, 900, "worker").nanos(7)));
    threads(kept);
    tree.put(process(3).threads(new FakeTask(11, 900, "worker").nanos(7)));
    assertThat(threads(kept).get(1).stat().id()).isEqualTo(new ProcessId(11, 900));
  }

  @Test
  void those_that_begin_later_are_found() throws IOException {
    tree.put(process(1));
    KeptProcess kept = keep(new RecordingFiles(root, true));
    assertThat(threads(kept)).isEmpty();
    tree.put(process(2).threads(worker(11, 7)));
    assertThat(threads(kept)).hasSize(2);
  }

  @Test
  void one_that_cannot_be_read_fails_them_all_rather_than_being_forgotten() throws IOException {
    tree.put(process(1).threads(worker(11, 7)));
    tree.cut(10, "task/11/stat");
    KeptProcess kept = keep(new RecordingFiles(root, true));
    assertThat(((Found<Reading>) kept.measure()).value().threads())
        .isEqualTo(new Failed<>("10/task/11/stat ends before its 24th field"));
    tree.put(process(1).threads(worker(11, 7)));
    assertThat(threads(kept)).hasSize(2);
  }

  @Test
  void where_the_kernel_counts_no_nanoseconds_all_are_read_each_time() throws IOException {
    tree.put(process(1).threads(worker(11, 7)));
    tree.remove(10, "task/11/schedstat");
    KeptProcess kept = keep(new RecordingFiles(root, true));
    assertThat(threads(kept).get(1).cpuNanos()).isEmpty();
    tree.put(process(2).threads(worker(11, 7).ticks(1, 0)));
    tree.remove(10, "task/11/schedstat");
    assertThat(threads(kept).get(1).stat().userTicks()).isEqualTo(1);
  }

  @Test
  void where_none_are_wanted_nothing_of_them_is_ever_opened() throws IOException {
    RecordingFiles files = new RecordingFiles(root, true);
    tree.put(process(1).threads(worker(11, 7)));
    KeptProcess kept = files.procfs(false, tree::nanos, root).keep(ID);
    for (int i = 2; i < 5; i++) {
      assertThat(threads(kept)).isEmpty();
      tree.put(process(i).threads(worker(11, 7 + i)));
    }
    assertThat(files.done()).isNotEmpty().noneMatch(line -> line.contains("task"));
  }

  private static FakeProcess process(long nanos) {
    return new FakeProcess(10, 500, "app").nanos(nanos);
  }

  private static FakeTask worker(int tid, long nanos) {
    return new FakeTask(tid, 600, "worker").nanos(nanos);
  }

  private KeptProcess keep(RecordingFiles files) throws IOException {
    return files.procfs(true, tree::nanos, root).keep(ID);
  }

  private static List<ThreadReading> threads(KeptProcess kept) {
    Reading reading = ((Found<Reading>) kept.measure()).value();
    return ((Found<List<ThreadReading>>) reading.threads()).value();
  }
}
