package ratelab.exporter.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.exporter.proc.FakeProcess;
import ratelab.exporter.proc.ProcfsTree;

class InheritanceTest {
  private static final String APP_AND_TOOL = "{name: app, comm: [app]}, {name: tool, comm: [tool]}";

  @TempDir Path directory;
  private Tracked tracked;
  private ProcfsTree tree;

  @BeforeEach
  void anAppIsRunning() throws Exception {
    tracked = new Tracked(directory);
    tree = tracked.tree;
    tree.put(new FakeProcess(10, 500, "app"));
  }

  @Test
  void descendants_join_their_nearest_grouped_ancestor() throws Exception {
    tree.put(new FakeProcess(13, 503, "grandchild").childOf(12));
    tree.put(new FakeProcess(12, 502, "child").childOf(10));
    assertThat(sizes(start(APP_AND_TOOL, true))).isEqualTo(Map.of("app", 3));
  }

  @Test
  void a_rule_beats_inheritance_and_is_inherited_in_turn() throws Exception {
    tree.put(new FakeProcess(12, 502, "tool").childOf(10));
    tree.put(new FakeProcess(13, 503, "child").childOf(12));
    assertThat(sizes(start(APP_AND_TOOL, true))).isEqualTo(Map.of("app", 1, "tool", 2));
  }

  @Test
  void without_inheritance_children_are_nobodys() throws Exception {
    tree.put(new FakeProcess(12, 502, "child").childOf(10));
    assertThat(sizes(start(APP_AND_TOOL, false))).isEqualTo(Map.of("app", 1));
  }

  @Test
  void children_may_have_a_group_of_their_own_whatever_the_flag_says() throws Exception {
    tree.put(new FakeProcess(12, 502, "child").childOf(10));
    tree.put(new FakeProcess(13, 503, "grandchild").childOf(12));
    String config = "{name: target, pids: ['10@500'], children: target-children}";
    assertThat(sizes(start(config, true))).isEqualTo(Map.of("target", 1, "target-children", 2));
    assertThat(sizes(start(config, false))).isEqualTo(Map.of("target", 1, "target-children", 2));
  }

  @Test
  void children_born_later_join_their_group_and_count_from_birth() throws Exception {
    String config = "{name: target, pids: ['10'], children: target-children}";
    GroupTracker tracker = start(config, true);
    tree.put(new FakeProcess(12, 2000, "child").childOf(10).ticks(4, 2));
    GroupState children = tracker.scan().groups().getLast();
    assertThat(children.key().name()).isEqualTo("target-children");
    assertThat(children.cpu().userTicks()).isEqualTo(4);
  }

  @Test
  void a_pid_that_is_reused_never_joins() throws Exception {
    tree.end(10);
    GroupTracker tracker = start("{name: target, pids: ['10', '11@500']}", true);
    tree.put(new FakeProcess(10, 2000, "stranger"));
    tree.put(new FakeProcess(11, 2000, "stranger"));
    assertThat(sizes(tracker)).isEmpty();
  }

  @Test
  void an_ancestor_that_belongs_nowhere_ends_the_search() throws Exception {
    tree.put(new FakeProcess(12, 502, "stranger"));
    tree.put(new FakeProcess(13, 503, "child").childOf(12));
    GroupTracker tracker = start(APP_AND_TOOL, true);
    tree.put(new FakeProcess(14, 2000, "later").childOf(13));
    assertThat(sizes(tracker)).isEqualTo(Map.of("app", 1));
  }

  @Test
  void a_parent_not_seen_yet_leaves_the_decision_to_the_next_scan() throws Exception {
    GroupTracker tracker = start(APP_AND_TOOL, true);
    tree.put(new FakeProcess(13, 2001, "child").childOf(12).ticks(5, 0));
    assertThat(sizes(tracker)).isEqualTo(Map.of("app", 1));
    tree.put(new FakeProcess(12, 2000, "parent").childOf(10));
    GroupState app = tracker.scan().groups().getFirst();
    assertThat(app.processes()).isEqualTo(3);
    assertThat(app.cpu().userTicks()).isEqualTo(5);
  }

  @Test
  void parents_that_form_a_ring_end_the_search_too() throws Exception {
    tree.put(new FakeProcess(12, 502, "a").childOf(13));
    tree.put(new FakeProcess(13, 503, "b").childOf(12));
    assertThat(sizes(start(APP_AND_TOOL, true))).isEqualTo(Map.of("app", 1));
  }

  private GroupTracker start(String rules, boolean childrenInherit) throws Exception {
    TrackingOptions options =
        new TrackingOptions(childrenInherit, true, false, new Recheck.Never(), false, false);
    return tracked.options(options).rules(rules).start();
  }

  private static Map<String, Integer> sizes(GroupTracker tracker) {
    Map<String, Integer> sizes = new TreeMap<>();
    tracker.scan().groups().forEach(group -> sizes.put(group.key().name(), group.processes()));
    return sizes;
  }
}
