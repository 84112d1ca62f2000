package ratelab.exporter.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.exporter.proc.FakeProcess;
import ratelab.exporter.proc.FakeTask;
import ratelab.exporter.proc.ProcfsTree;

class ThreadTrackingTest {
  @TempDir Path directory;
  private Tracked tracked;
  private ProcfsTree tree;

  @BeforeEach
  void bootedTenSecondsAgo() throws IOException {
    tracked = new Tracked(directory);
    tree = tracked.tree;
  }

  @Test
  void four_threads_are_four_states() throws Exception {
    tree.put(app().threads(worker(11), worker(12).state('R'), worker(13).state('D')));
    assertThat(Tracked.scan(start(), "app").states()).isEqualTo(new StateCounts(1, 2, 1, 0, 0));
  }

  @Test
  void context_switches_do_not_fall_when_threads_end() throws Exception {
    tree.put(
        app()
            .switches(100, 10)
            .threads(worker(11).switches(1000, 50), worker(12).switches(300, 5)));
    GroupTracker tracker = start();
    tree.put(
        app()
            .switches(101, 10)
            .threads(worker(11).switches(1010, 51), worker(12).switches(305, 5)));
    assertThat(Tracked.scan(tracker, "app").switches()).isEqualTo(new SwitchTotals(16, 1));
    tree.put(app().switches(103, 11));
    assertThat(Tracked.scan(tracker, "app").switches()).isEqualTo(new SwitchTotals(18, 2));
  }

  @Test
  void context_switches_of_a_thread_born_meanwhile_count_in_full() throws Exception {
    tree.put(app().switches(100, 10));
    GroupTracker tracker = start();
    tree.put(app().switches(101, 10).threads(new FakeTask(11, 1500, "worker").switches(7, 3)));
    assertThat(Tracked.scan(tracker, "app").switches()).isEqualTo(new SwitchTotals(8, 3));
  }

  @Test
  void threads_add_up_by_name_from_when_they_were_first_seen() throws Exception {
    tree.put(app().threads(worker(11).ticks(5, 1), worker(12).ticks(50, 2)));
    GroupTracker tracker = start();
    tree.put(app().threads(worker(11).ticks(8, 2), worker(12).ticks(54, 2)));
    ThreadGroupState workers = threads(tracker, "worker");
    assertThat(workers.threads()).isEqualTo(2);
    assertThat(workers.cpu().userTicks()).isEqualTo(7);
    assertThat(workers.cpu().systemTicks()).isEqualTo(1);
  }

  @Test
  void nanoseconds_of_a_thread_born_under_our_eyes_count_from_its_birth() throws Exception {
    tree.put(app().threads(worker(11).nanos(1_000)));
    GroupTracker tracker = start();
    tree.put(
        app()
            .threads(
                worker(11).nanos(1_500), new FakeTask(12, 1500, "worker").ticks(3, 0).nanos(70)));
    ThreadGroupState workers = threads(tracker, "worker");
    assertThat(workers.cpu()).isEqualTo(new CpuTotals(0, 0, 100, OptionalLong.of(570)));
  }

  @Test
  void what_a_renamed_thread_uses_goes_to_its_name_of_now() throws Exception {
    tree.put(app().threads(worker(11).ticks(5, 0)));
    GroupTracker tracker = start();
    tree.put(app().threads(new FakeTask(11, 500, "renamed").ticks(9, 0)));
    assertThat(threads(tracker, "renamed").cpu().userTicks()).isEqualTo(4);
  }

  @Test
  void a_name_that_vanishes_and_returns_does_not_fall() throws Exception {
    tree.put(app().threads(worker(11)));
    GroupTracker tracker = start();
    tree.put(app().threads(worker(11).ticks(9, 0)));
    assertThat(threads(tracker, "worker").cpu().userTicks()).isEqualTo(9);
    tree.put(app().threads(new FakeTask(12, 1500, "other")));
    assertThat(threads(tracker)).noneMatch(threads -> threads.threadName().equals("worker"));
    tree.put(app().threads(new FakeTask(13, 1600, "worker").ticks(2, 0)));
    tracker.scan();
    tree.put(app().threads(new FakeTask(13, 1600, "worker").ticks(5, 0)));
    assertThat(threads(tracker, "worker").cpu().userTicks()).isEqualTo(12);
  }

  @Test
  void a_process_with_one_thread_has_no_thread_groups() throws Exception {
    tree.put(app());
    assertThat(threads(start())).isEmpty();
  }

  @Test
  void where_threads_are_not_read_the_main_one_stands_for_its_process() throws Exception {
    tree.put(app().switches(10, 1).threads(worker(11).state('R').switches(500, 500)));
    GroupTracker tracker =
        tracked
            .options(new TrackingOptions(true, false, false, new Recheck.Never(), false, false))
            .rules("{name: app, comm: [app]}")
            .start();
    tree.put(app().switches(12, 1).threads(worker(11).state('R').switches(900, 900)));
    GroupState state = Tracked.scan(tracker, "app");
    assertThat(state.states()).isEqualTo(new StateCounts(0, 1, 0, 0, 0));
    assertThat(state.switches()).isEqualTo(new SwitchTotals(2, 0));
    assertThat(state.threads()).isEqualTo(2);
    assertThat(state.threadGroups()).isEmpty();
  }

  private GroupTracker start() throws Exception {
    return tracked.rules("{name: app, comm: [app]}").start();
  }

  private static FakeProcess app() {
    return new FakeProcess(10, 500, "app");
  }

  private static FakeTask worker(int tid) {
    return new FakeTask(tid, 500, "worker");
  }

  private static ThreadGroupState threads(GroupTracker tracker, String name) {
    return threads(tracker).stream()
        .filter(threads -> threads.threadName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<ThreadGroupState> threads(GroupTracker tracker) {
    return Tracked.scan(tracker, "app").threadGroups();
  }
}
