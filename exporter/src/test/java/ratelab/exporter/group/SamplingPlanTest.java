package ratelab.exporter.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.exporter.proc.FakeProcess;
import ratelab.exporter.proc.KeptProcess;
import ratelab.exporter.proc.Outcome;
import ratelab.exporter.proc.ProcessId;
import ratelab.exporter.proc.Procfs;
import ratelab.exporter.proc.ProcfsTree;
import ratelab.exporter.proc.ProportionalBytes;
import ratelab.exporter.proc.Reading;
import ratelab.exporter.rules.GroupKey;
import ratelab.exporter.rules.Membership;

class SamplingPlanTest {
  private static final long START_MILLIS = 1_700_000_000_000L;
  private static final long PAGES = 3;
  private static final Outcome<ProportionalBytes> SOME =
      new Outcome.Found<>(new ProportionalBytes(1, 0));

  @TempDir Path directory;
  private ProcfsTree tree;
  private Procfs procfs;

  @BeforeEach
  void bootedTenSecondsAgo() throws IOException {
    tree = new ProcfsTree(Files.createDirectory(directory.resolve("proc")));
    procfs = tree.open();
  }

  @Test
  void whoever_has_no_value_yet_is_read() {
    List<Member> members = members(3);
    assertThat(new SamplingPlan(START_MILLIS, 0).due(members)).isEqualTo(members);
  }

  @Test
  void no_value_of_a_sleeping_process_gets_older_than_30_seconds() {
    assertThat(oldestAgeMillis(100, 2_000, 200)).isLessThanOrEqualTo(30_000);
    assertThat(oldestAgeMillis(100, 7_000, 100)).isLessThanOrEqualTo(30_000);
    assertThat(oldestAgeMillis(1, 2_000, 100)).isLessThanOrEqualTo(30_000);
  }

  @Test
  void nor_older_than_two_scans_where_those_are_longer() {
    assertThat(oldestAgeMillis(100, 60_000, 20)).isLessThanOrEqualTo(120_000);
  }

  @Test
  void the_sleeping_ones_take_turns() {
    List<Member> members = members(150);
    members.forEach(member -> sample(member, START_MILLIS, PAGES, 0));
    assertThat(new SamplingPlan(START_MILLIS + 2_000, 2_000).due(members)).hasSize(10);
  }

  @Test
  void one_whose_memory_has_changed_is_read_in_each_scan() {
    List<Member> members = members(150);
    members.forEach(member -> sample(member, START_MILLIS, PAGES, 0));
    Member changed = members.get(77);
    sample(changed, START_MILLIS, PAGES + 1, 0);
    assertThat(new SamplingPlan(START_MILLIS + 1, 1).due(members)).contains(changed);
  }

  @Test
  void an_expensive_one_is_last_and_takes_a_hundredth_of_the_time() {
    List<Member> members = members(2);
    long fourSeconds = TimeUnit.SECONDS.toNanos(4);
    sample(members.get(0), START_MILLIS, PAGES + 1, fourSeconds);
    sample(members.get(1), START_MILLIS, PAGES + 1, 0);
    assertThat(new SamplingPlan(START_MILLIS + 399_000, 2_000).due(members))
        .containsExactly(members.get(1));
    assertThat(new SamplingPlan(START_MILLIS + 400_000, 2_000).due(members))
        .containsExactly(members.get(1), members.get(0));
  }

  /** The greatest age that any of so many scans would show. */
  private long oldestAgeMillis(int processes, long intervalMillis, int scans) {
    List<Member> members = members(processes);
    Map<Member, Long> readAt = new HashMap<>();
    long oldest = 0;
    for (int scan = 0; scan < scans; scan++) {
      long now = START_MILLIS + scan * intervalMillis;
      for (Member due : new SamplingPlan(now, scan == 0 ? 0 : intervalMillis).due(members)) {
        sample(due, now, PAGES, 0);
        readAt.put(due, now);
      }
      oldest = Math.max(oldest, readAt.values().stream().mapToLong(at -> now - at).max().orElse(0));
    }
    assertThat(readAt).hasSize(processes);
    return oldest;
  }

  private static void sample(Member member, long atMillis, long pages, long tookNanos) {
    member.sample(new Member.Sampled(SOME, atMillis, pages, tookNanos));
  }

  private List<Member> members(int count) {
    Group group = Group.founded(GroupKey.of("app"));
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tree.put(new FakeProcess(100 + i, 500, "app").resident(PAGES));
      KeptProcess process = procfs.keep(new ProcessId(100 + i, 500));
      if (!(process.measure() instanceof Outcome.Found<Reading>(Reading reading))) {
        throw new AssertionError("not readable");
      }
      Membership membership = Membership.inherited(group.key());
      members.add(Member.foundRunning(process, membership, group, reading, 0));
    }
    return members;
  }
}
