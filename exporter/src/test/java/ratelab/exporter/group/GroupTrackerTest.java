package ratelab.exporter.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.exporter.ShowsDifference;
import ratelab.exporter.proc.FakeProcess;
import ratelab.exporter.proc.FakeTask;
import ratelab.exporter.proc.ProcfsTree;
import ratelab.exporter.rules.GroupKey;

class GroupTrackerTest {
  private static final OptionalLong NO_CLOCK = OptionalLong.empty();

  @TempDir Path directory;
  private Tracked tracked;
  private ProcfsTree tree;

  @BeforeEach
  void bootedTenSecondsAgo() throws IOException {
    tracked = new Tracked(directory);
    tree = tracked.tree;
  }

  @Test
  void describes_a_group_in_full() throws Exception {
    FakeTask worker = new FakeTask(12, 251, "worker").state('D').waitChannel("pipe_read");
    tree.put(new FakeProcess(10, 250, "app").swapped(4).descriptors(8, "16").threads(worker));
    tree.put(new FakeProcess(11, 360, "app").state('R').swapped(8).waitChannel("0"));
    tree.put(new FakeProcess(20, 500, "other"));
    TreeMap<String, Integer> waitChannels = new TreeMap<>();
    waitChannels.put("do_wait", 1);
    waitChannels.put("pipe_read", 1);
    GroupScan scan = start("app").scan();
    assertThat(scan.groups())
        .containsExactly(
            new GroupState(
                GroupKey.of("app"),
                2,
                3,
                cpu(0, 0, NO_CLOCK),
                Optional.of(new IoTotals(0, 0)),
                new FaultTotals(0, 0),
                new SwitchTotals(0, 0),
                new MemoryBytes(2 * 3 * 4096, 2 * 8192, 12 * 1024),
                Optional.empty(),
                OptionalLong.of(12),
                OptionalDouble.of(0.5),
                OptionalLong.of(ProcfsTree.BOOT_EPOCH_SECONDS + 2),
                new StateCounts(1, 1, 1, 0, 0),
                waitChannels,
                List.of(threadGroup("app"), threadGroup("worker"))));
    assertThat(scan.errors()).isEqualTo(ErrorTotals.NONE);
    assertThat(scan.cost().processes()).isEqualTo(3);
    assertThat(scan.cost().tracked()).isEqualTo(2);
  }

  private static ThreadGroupState threadGroup(String name) {
    return new ThreadGroupState(
        name,
        1,
        cpu(0, 0, OptionalLong.of(0)),
        Optional.of(new IoTotals(0, 0)),
        new FaultTotals(0, 0),
        new SwitchTotals(0, 0));
  }

  @Test
  void what_was_used_before_the_start_does_not_count() throws Exception {
    tree.put(new FakeProcess(10, 500, "app").ticks(100, 50).nanos(1_500_000_000));
    GroupTracker tracker = start("app");
    assertThat(cpu(tracker)).isEqualTo(cpu(0, 0, OptionalLong.of(0)));
    tree.put(new FakeProcess(10, 500, "app").ticks(103, 51).nanos(1_540_000_007));
    assertThat(cpu(tracker)).isEqualTo(cpu(3, 1, OptionalLong.of(40_000_007)));
  }

  @Test
  void a_process_born_between_scans_counts_from_its_birth() throws Exception {
    GroupTracker tracker = start("app");
    tree.put(new FakeProcess(10, 1000, "app").ticks(20, 3).nanos(230_000_000));
    assertThat(cpu(tracker)).isEqualTo(cpu(20, 3, OptionalLong.of(230_000_000)));
  }

  @Test
  @ShowsDifference("birth-by-the-tick")
  void birth_is_judged_by_the_tick_and_not_by_the_second() throws Exception {
    tree.uptimeTicks(1050);
    GroupTracker tracker = start("app");
    tree.put(new FakeProcess(10, 1049, "app").ticks(20, 0));
    assertThat(cpu(tracker)).isEqualTo(cpu(0, 0, NO_CLOCK));
    tree.put(new FakeProcess(11, 1050, "app").ticks(7, 0));
    assertThat(cpu(tracker)).isEqualTo(cpu(7, 0, NO_CLOCK));
  }

  @Test
  void counter_survives_the_death_of_a_group_member() throws Exception {
    tree.put(new FakeProcess(10, 500, "app"));
    tree.put(new FakeProcess(11, 500, "app"));
    GroupTracker tracker = start("app");
    tree.put(new FakeProcess(10, 500, "app").ticks(40, 2).nanos(420_000_000));
    tree.put(new FakeProcess(11, 500, "app").ticks(1, 1).nanos(20_000_000));
    tracker.scan();
    tree.end(10);
    assertThat(cpu(tracker)).isEqualTo(cpu(41, 3, OptionalLong.of(0)));
  }

  @Test
  void a_group_without_members_keeps_its_counters() throws Exception {
    GroupTracker tracker = start("app");
    tree.put(new FakeProcess(10, 2000, "app").ticks(5, 5));
    tracker.scan();
    tree.end(10);
    assertThat(tracker.scan().groups())
        .containsExactly(
            new GroupState(
                GroupKey.of("app"),
                0,
                0,
                cpu(5, 5, NO_CLOCK),
                Optional.of(new IoTotals(0, 0)),
                new FaultTotals(0, 0),
                new SwitchTotals(1, 1),
                new MemoryBytes(0, 0, 0),
                Optional.empty(),
                OptionalLong.of(0),
                OptionalDouble.of(0),
                OptionalLong.empty(),
                StateCounts.NONE,
                new TreeMap<>(),
                List.of()));
  }

  @Test
  void a_reused_pid_is_a_new_process() throws Exception {
    tree.put(new FakeProcess(10, 500, "app").ticks(100, 0));
    GroupTracker tracker = start("app");
    tree.put(new FakeProcess(10, 3000, "app").ticks(30, 0));
    assertThat(cpu(tracker)).isEqualTo(cpu(30, 0, NO_CLOCK));
  }

  @Test
  void a_pid_that_was_ignored_is_looked_at_anew_when_it_is_reused() throws Exception {
    tree.put(new FakeProcess(10, 500, "other"));
    GroupTracker tracker = start("app");
    tracker.scan();
    tree.put(new FakeProcess(10, 3000, "app").ticks(30, 0));
    assertThat(cpu(tracker)).isEqualTo(cpu(30, 0, NO_CLOCK));
  }

  @Test
  void a_process_is_asked_for_its_name_once_in_its_life() throws Exception {
    tree.put(new FakeProcess(10, 500, "app"));
    tree.put(new FakeProcess(11, 500, "other"));
    GroupTracker tracker = start("app");
    tree.put(new FakeProcess(10, 500, "renamed").ticks(1, 0));
    tree.put(new FakeProcess(11, 500, "app").ticks(1, 0));
    assertThat(cpu(tracker)).isEqualTo(cpu(1, 0, NO_CLOCK));
  }

  @Test
  @ShowsDifference("failed-reads-kept")
  void a_failed_read_neither_loses_nor_doubles_anything() throws Exception {
    GroupTracker tracker = start("app");
    tree.put(new FakeProcess(10, 2000, "app").ticks(10, 0).nanos(100_000_000));
    GroupScan before = tracker.scan();
    tree.cut(10, "stat");
    GroupScan during = tracker.scan();
    assertThat(during.groups()).isEqualTo(before.groups());
    assertThat(during.errors()).isEqualTo(new ErrorTotals(0, 1, 0, List.of()));
    tree.put(new FakeProcess(10, 2000, "app").ticks(15, 0).nanos(150_000_000));
    assertThat(cpu(tracker)).isEqualTo(cpu(15, 0, OptionalLong.of(150_000_000)));
  }

  @Test
  void a_failed_part_keeps_its_last_value_and_counts_once_a_scan() throws Exception {
    tree.put(new FakeProcess(10, 500, "app").swapped(4));
    GroupTracker tracker = start("app");
    tree.put(new FakeProcess(10, 500, "app").ticks(2, 0));
    tree.cut(10, "status");
    GroupState state = tracker.scan().groups().getFirst();
    assertThat(state.memory().swapped()).isEqualTo(4096);
    assertThat(state.cpu()).isEqualTo(cpu(2, 0, NO_CLOCK));
    assertThat(tracker.scan().errors())
        .isEqualTo(new ErrorTotals(0, 0, 2, List.of(failed(Part.STATUS, 2))));
  }

  @Test
  void a_newcomer_that_cannot_be_identified_yet_loses_nothing() throws Exception {
    GroupTracker tracker = start("app");
    tree.put(new FakeProcess(10, 2000, "app").ticks(10, 0));
    tree.cut(10, "status");
    GroupScan scan = tracker.scan();
    assertThat(scan.groups()).isEmpty();
    assertThat(scan.errors()).isEqualTo(new ErrorTotals(0, 0, 1, List.of(failed(Part.STATUS, 1))));
    tree.put(new FakeProcess(10, 2000, "app").ticks(12, 0));
    assertThat(cpu(tracker)).isEqualTo(cpu(12, 0, NO_CLOCK));
  }

  @Test
  void counters_never_fall() throws Exception {
    GroupTracker tracker = start("app");
    tree.put(new FakeProcess(10, 2000, "app").ticks(10, 10).nanos(200_000_000));
    tracker.scan();
    tree.put(new FakeProcess(10, 2000, "app").ticks(9, 11).nanos(190_000_000));
    assertThat(cpu(tracker)).isEqualTo(cpu(10, 11, OptionalLong.of(200_000_000)));
    tree.put(new FakeProcess(10, 2000, "app").ticks(11, 11).nanos(210_000_000));
    assertThat(cpu(tracker)).isEqualTo(cpu(11, 11, OptionalLong.of(210_000_000)));
  }

  @Test
  void a_clock_that_cannot_be_read_for_a_while_is_caught_up_with() throws Exception {
    tree.put(new FakeProcess(10, 500, "app").nanos(1_000));
    GroupTracker tracker = start("app");
    tree.put(new FakeProcess(10, 500, "app"));
    assertThat(cpu(tracker)).isEqualTo(cpu(0, 0, OptionalLong.of(0)));
    tree.put(new FakeProcess(10, 500, "app").nanos(5_000));
    assertThat(cpu(tracker)).isEqualTo(cpu(0, 0, OptionalLong.of(4_000)));
  }

  @Test
  void a_clock_first_read_late_starts_there_for_a_process_found_running() throws Exception {
    tree.put(new FakeProcess(10, 500, "app"));
    GroupTracker tracker = start("app");
    tree.put(new FakeProcess(10, 500, "app").nanos(9_000));
    assertThat(cpu(tracker)).isEqualTo(cpu(0, 0, OptionalLong.of(0)));
    tree.put(new FakeProcess(10, 500, "app").nanos(9_500));
    assertThat(cpu(tracker)).isEqualTo(cpu(0, 0, OptionalLong.of(500)));
  }

  @Test
  void nothing_to_list_is_counted_and_forgets_nobody() throws Exception {
    GroupTracker tracker = start("app");
    tree.put(new FakeProcess(10, 2000, "app").ticks(10, 0));
    tracker.scan();
    tree.hide();
    GroupScan scan = tracker.scan();
    assertThat(scan.groups()).isEmpty();
    assertThat(scan.errors()).isEqualTo(new ErrorTotals(1, 0, 0, List.of()));
    tree.show();
    assertThat(cpu(tracker)).isEqualTo(cpu(10, 0, NO_CLOCK));
  }

  @Test
  @ShowsDifference("ended-forgotten")
  void processes_that_have_ended_are_forgotten_whether_they_belonged_somewhere_or_not()
      throws Exception {
    GroupTracker tracker = start("app");
    for (int pid = 1000; pid < 1050; pid++) {
      tree.put(new FakeProcess(pid, 2000, pid % 2 == 0 ? "app" : "other"));
      tracker.scan();
      assertThat(tracker.remembered()).isEqualTo(1);
      tree.end(pid);
    }
    tracker.scan();
    assertThat(tracker.remembered()).isZero();
  }

  @Test
  void cannot_start_where_nothing_can_be_listed() {
    tree.hide();
    assertThatThrownBy(() -> start("app")).isInstanceOf(IOException.class);
  }

  private GroupTracker start(String comm) throws Exception {
    return tracked.rules("{name: app, comm: [" + comm + "]}").start();
  }

  private static ErrorTotals.PartErrors failed(Part part, long times) {
    return new ErrorTotals.PartErrors(part, 0, times);
  }

  private static CpuTotals cpu(GroupTracker tracker) {
    return tracker.scan().groups().getFirst().cpu();
  }

  private static CpuTotals cpu(long user, long system, OptionalLong nanos) {
    return new CpuTotals(user, system, 100, nanos);
  }
}
