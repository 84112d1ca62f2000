package ratelab.exporter.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.exporter.proc.FakeProcess;
import ratelab.exporter.proc.ProcfsTree;

class RegroupingTest {
  private static final String RULES = "{name: old, comm: [old]}, {name: new, comm: [new]}";

  @TempDir Path directory;
  private Tracked tracked;
  private ProcfsTree tree;

  @BeforeEach
  void bootedTenSecondsAgo() throws IOException {
    tracked = new Tracked(directory);
    tree = tracked.tree;
  }

  @Test
  void under_recheck_a_process_that_execs_moves_and_leaves_behind_what_it_used() throws Exception {
    tree.put(new FakeProcess(10, 500, "old").nanos(1));
    GroupTracker tracker = rechecking(new Recheck.Always());
    tree.put(new FakeProcess(10, 500, "old").ticks(5, 0).nanos(2));
    tracker.scan();
    tree.put(new FakeProcess(10, 500, "new").ticks(7, 0).nanos(3));
    GroupScan moved = tracker.scan();
    tree.put(new FakeProcess(10, 500, "new").ticks(11, 0).nanos(4));
    GroupScan after = tracker.scan();
    assertThat(Tracked.find(moved, "old").processes()).isZero();
    assertThat(Tracked.find(after, "old").cpu().userTicks()).isEqualTo(7);
    assertThat(Tracked.find(after, "new").processes()).isEqualTo(1);
    assertThat(Tracked.find(after, "new").cpu().userTicks()).isEqualTo(4);
  }

  @Test
  void under_recheck_a_stranger_that_execs_joins() throws Exception {
    tree.put(new FakeProcess(10, 500, "sh").nanos(1));
    GroupTracker tracker = rechecking(new Recheck.Always());
    tree.put(new FakeProcess(10, 500, "new").nanos(2));
    assertThat(Tracked.scan(tracker, "new").processes()).isEqualTo(1);
  }

  @Test
  void under_recheck_sleeping_children_follow_an_ancestor_that_joins() throws Exception {
    tree.put(new FakeProcess(10, 500, "sh").nanos(1));
    tree.put(new FakeProcess(11, 501, "sleep").childOf(10).nanos(1));
    GroupTracker tracker = rechecking(new Recheck.Always());
    tree.put(new FakeProcess(10, 500, "new").nanos(2));
    assertThat(Tracked.scan(tracker, "new").processes()).isEqualTo(2);
  }

  @Test
  void under_recheck_a_process_that_matches_nothing_any_more_leaves() throws Exception {
    tree.put(new FakeProcess(10, 500, "old").nanos(1));
    GroupTracker tracker = rechecking(new Recheck.Always());
    tree.put(new FakeProcess(10, 500, "sh").nanos(2));
    assertThat(Tracked.scan(tracker, "old").processes()).isZero();
    tree.put(new FakeProcess(10, 500, "old").nanos(3));
    assertThat(Tracked.scan(tracker, "old").processes()).isEqualTo(1);
  }

  @Test
  void after_its_time_limit_a_process_is_judged_no_more() throws Exception {
    tree.put(new FakeProcess(10, 500, "sh").nanos(1));
    GroupTracker tracker = rechecking(new Recheck.UntilAge(Duration.ofSeconds(20)));
    tracked.now = tracked.now.plusSeconds(30);
    tree.put(new FakeProcess(10, 500, "new").nanos(2));
    assertThat(tracker.scan().groups()).isEmpty();
  }

  @Test
  void without_inheritance_strangers_are_judged_again_as_with_process_exporter() throws Exception {
    tree.put(new FakeProcess(10, 500, "sh").nanos(1));
    GroupTracker tracker =
        tracked
            .options(new TrackingOptions(false, true, false, new Recheck.Never(), false, false))
            .rules(RULES)
            .start();
    tree.put(new FakeProcess(10, 500, "new").nanos(2));
    assertThat(Tracked.scan(tracker, "new").processes()).isEqualTo(1);
  }

  @Test
  void new_rules_move_processes_and_keep_counters() throws Exception {
    tree.put(new FakeProcess(10, 500, "old").nanos(1));
    tree.put(new FakeProcess(11, 500, "sh").nanos(1).ticks(100, 0));
    GroupTracker tracker = tracked.rules(RULES).start();
    tree.put(new FakeProcess(10, 500, "old").ticks(5, 0).nanos(2));
    tracker.scan();
    tracked.rules("{name: old, comm: [old, sh]}");
    tree.uptimeTicks(2000);
    tree.put(new FakeProcess(10, 500, "old").ticks(6, 0).nanos(3));
    tree.put(new FakeProcess(11, 500, "sh").ticks(140, 0).nanos(2));
    GroupState after = Tracked.scan(tracker, "old");
    assertThat(after.processes()).isEqualTo(2);
    assertThat(after.cpu().userTicks())
        .as("what the newly matched process used before does not count")
        .isEqualTo(6);
  }

  @Test
  void new_rules_that_exclude_a_process_end_its_membership() throws Exception {
    tree.put(new FakeProcess(10, 500, "old").nanos(1));
    tree.put(new FakeProcess(11, 501, "child").childOf(10).nanos(1));
    GroupTracker tracker = tracked.rules(RULES).start();
    assertThat(Tracked.scan(tracker, "old").processes()).isEqualTo(2);
    tracked.rules("{ignore: true, comm: [old]}, {name: old, comm: [old]}");
    assertThat(Tracked.scan(tracker, "old").processes()).isZero();
  }

  @Test
  void unseen_groups_are_reported_as_0_if_asked_for() throws Exception {
    GroupTracker tracker =
        tracked
            .options(new TrackingOptions(true, true, false, new Recheck.Never(), true, true))
            .rules(RULES)
            .start();
    GroupState unseen = Tracked.scan(tracker, "new");
    assertThat(unseen.processes()).isZero();
    assertThat(unseen.cpu()).isEqualTo(new CpuTotals(0, 0, 100, OptionalLong.of(0)));
    assertThat(unseen.io()).contains(new IoTotals(0, 0));
  }

  @Test
  void empty_groups_end_if_asked_for_and_begin_anew_at_0() throws Exception {
    tree.put(new FakeProcess(10, 500, "new"));
    GroupTracker tracker =
        tracked
            .options(new TrackingOptions(true, true, false, new Recheck.Never(), true, false))
            .rules(RULES)
            .start();
    tree.put(new FakeProcess(10, 500, "new").ticks(5, 0));
    assertThat(Tracked.scan(tracker, "new").cpu().userTicks()).isEqualTo(5);
    tree.end(10);
    assertThat(tracker.scan().groups()).isEmpty();
    tree.put(new FakeProcess(11, 3000, "new").ticks(2, 0));
    assertThat(Tracked.scan(tracker, "new").cpu().userTicks()).isEqualTo(2);
  }

  private GroupTracker rechecking(Recheck recheck) throws Exception {
    return tracked
        .options(new TrackingOptions(true, true, false, recheck, false, false))
        .rules(RULES)
        .start();
  }
}
