package ratelab.exporter.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.exporter.proc.FakeProcess;
import ratelab.exporter.proc.ProcfsTree;

class ProportionalSamplerTest {
  @TempDir Path directory;
  private Tracked tracked;
  private ProcfsTree tree;

  @BeforeEach
  void bootedTenSecondsAgo() throws IOException {
    tracked = new Tracked(directory).withProportional();
    tree = tracked.tree;
  }

  @Test
  void the_members_proportional_memory_is_summed_with_the_time_of_the_oldest() throws Exception {
    tree.put(new FakeProcess(10, 500, "app").proportional(5));
    tree.put(new FakeProcess(11, 500, "app").proportional(7));
    try (GroupTracker tracker = start()) {
      long then = tracked.now.toEpochMilli();
      assertThat(Tracked.scan(tracker, "app").proportional())
          .contains(new ProportionalMemory(12 * 1024, 2 * 1024, OptionalLong.of(then)));
      tracked.now = tracked.now.plusSeconds(10);
      tree.put(new FakeProcess(12, 501, "app").proportional(1));
      GroupScan scan = tracker.scan();
      assertThat(scan.cost().oldestProportionalEpochMillis()).hasValue(then);
      assertThat(Tracked.find(scan, "app").proportional())
          .contains(new ProportionalMemory(13 * 1024, 3 * 1024, OptionalLong.of(then)));
    }
  }

  @Test
  void what_cannot_be_read_of_one_member_is_absent_for_the_group_and_counted() throws Exception {
    tree.put(new FakeProcess(10, 500, "app"));
    tree.put(new FakeProcess(11, 500, "app"));
    tree.cut(11, "smaps_rollup");
    try (GroupTracker tracker = start()) {
      GroupScan scan = tracker.scan();
      assertThat(Tracked.find(scan, "app").proportional()).isEqualTo(Optional.empty());
      assertThat(scan.errors().parts())
          .containsExactly(new ErrorTotals.PartErrors(Part.PROPORTIONAL, 0, 1));
    }
  }

  @Test
  void a_group_without_members_has_none_of_it() throws Exception {
    tree.put(new FakeProcess(10, 500, "app"));
    try (GroupTracker tracker = start()) {
      tracker.scan();
      tree.end(10);
      assertThat(Tracked.scan(tracker, "app").proportional())
          .contains(new ProportionalMemory(0, 0, OptionalLong.empty()));
    }
  }

  private GroupTracker start() throws Exception {
    return tracked.rules("{name: app, comm: [app]}").start();
  }
}
