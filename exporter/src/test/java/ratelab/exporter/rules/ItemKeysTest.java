package ratelab.exporter.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ratelab.exporter.yaml.ConfigException;

/** The keys of an item that process-exporter does not have. */
class ItemKeysTest {
  private static final Verdict NO_MATCH = new Verdict.Unmatched();

  @TempDir Path directory;

  @Test
  void users_are_named_or_numbered() throws Exception {
    Candidate process = Candidates.of("bash", "bash"); // of alice, who is 1000
    assertThat(judge("{name: u, users: [bob, alice]}", process)).isEqualTo(joins("u"));
    assertThat(judge("{name: u, users: [1000]}", process)).isEqualTo(joins("u"));
    assertThat(judge("{name: u, users: [bob, 0]}", process)).isEqualTo(NO_MATCH);
    assertThat(judge("{name: u, users: []}", process)).isEqualTo(NO_MATCH);
    assertThat(judge("{name: u, users: [alice], comm: [zsh]}", process)).isEqualTo(NO_MATCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "comm: [zsh, bash]",
        "exe: [bash]",
        "exe: [/bin/bash]",
        "cmdline: [never, '-l']",
        "users: [alice]",
        "users: [1000]",
        "comm: [zsh], users: [alice]"
      })
  void any_entry_of_any_list_excludes(String lists) throws Exception {
    Candidate process = Candidates.of("bash", "/bin/bash", "-l");
    assertThat(judge("{name: x, cmdline: ['.*'], exclude: {" + lists + "}}", process))
        .isEqualTo(NO_MATCH);
    assertThat(judge("{name: x, exclude: {" + lists + "}}", process)).isEqualTo(NO_MATCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "comm: [zsh]",
        "exe: [/usr/bin/bash]",
        "cmdline: ['-x']",
        "users: [root, 0]",
        "comm: []",
        "cmdline: []"
      })
  void what_no_entry_fits_is_not_excluded(String lists) throws Exception {
    Candidate process = Candidates.of("bash", "/bin/bash", "-l");
    assertThat(judge("{name: x, exclude: {" + lists + "}}", process)).isEqualTo(joins("x"));
  }

  @Test
  void a_process_excluded_from_an_item_may_match_a_later_one() throws Exception {
    String items = "{name: a, comm: [bash], exclude: {users: [alice]}}, {name: b, comm: [bash]}";
    assertThat(judge(items, Candidates.of("bash"))).isEqualTo(joins("b"));
  }

  @Test
  void an_ignored_process_belongs_nowhere_whatever_later_items_say() throws Exception {
    String items = "{comm: [bash], ignore: true}, {name: all, cmdline: []}";
    assertThat(judge(items, Candidates.of("bash"))).isEqualTo(new Verdict.Excluded());
    assertThat(judge(items, Candidates.of("zsh"))).isEqualTo(joins("all"));
    assertThat(judge("{name: b, comm: [bash], ignore: false}", Candidates.of("bash")))
        .isEqualTo(joins("b"));
  }

  @Test
  void labels_are_part_of_the_group_and_empty_ones_are_none() throws Exception {
    String item =
        "{name: b, cmdline: ['-p (?P<Port>[0-9]+)?'], labels: {user: '{{.Username}}', port:"
            + " '{{.Matches.Port}}', tier: web, none: ''}}";
    assertThat(judge(item, Candidates.of("b", "b", "-p", "80")))
        .isEqualTo(joins(key("b", Map.of("user", "alice", "port", "80", "tier", "web"))));
    assertThat(judge(item, Candidates.of("b", "b", "-p", "")))
        .isEqualTo(joins(key("b", Map.of("user", "alice", "tier", "web"))));
  }

  @Test
  void merged_labels_count() throws Exception {
    String item = "{name: b, comm: [b], labels: {<<: {tier: web, zone: a}, tier: db}}";
    assertThat(judge(item, Candidates.of("b")))
        .isEqualTo(joins(key("b", Map.of("tier", "db", "zone", "a"))));
  }

  @Test
  void a_group_of_children_has_the_labels_of_its_ancestor() throws Exception {
    String item = "{name: b, comm: [b], children: kids, labels: {tier: web}}";
    assertThat(judge(item, Candidates.of("b")))
        .isEqualTo(
            new Verdict.Joins(
                new Membership(
                    key("b", Map.of("tier", "web")),
                    Optional.of(key("kids", Map.of("tier", "web"))))));
  }

  @Test
  void children_may_follow_or_not_whatever_the_flag_says() throws Exception {
    Verdict followed = joins("b");
    Verdict alone = new Verdict.Joins(new Membership(GroupKey.of("b"), Optional.empty()));
    Candidate process = Candidates.of("b");
    assertThat(rules("{name: b, comm: [b], children: true}", false).judge(process))
        .isEqualTo(followed);
    assertThat(rules("{name: b, comm: [b], children: false}", true).judge(process))
        .isEqualTo(alone);
    assertThat(rules("{name: b, comm: [b]}", false).judge(process)).isEqualTo(alone);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{comm: [a], labels: {mode: x}} | labels.mode: expected another name for the label: the"
            + " metrics have one of this name already, found \"x\"",
        "{comm: [a], labels: {groupname: x}} | labels.groupname: expected another name for the"
            + " label: the metrics have one of this name already, found \"x\"",
        "{comm: [a], labels: {a-b: x}} | labels.a-b: expected a label name of ASCII letters, digits"
            + " and _, not beginning with a digit, found \"x\"",
        "{comm: [a], labels: {1a: x}} | labels.1a: expected a label name of ASCII letters, digits"
            + " and _, not beginning with a digit, found \"x\"",
        "{comm: [a], labels: {__a: x}} | labels.__a: expected another name for the label:"
            + " Prometheus keeps those with __ for itself, found \"x\"",
        "{comm: [a], labels: [x]} | labels: expected a mapping of label names to templates, such as"
            + " {user: \"{{.Username}}\"}, found a list",
        "{comm: [a], exclude: [x]} | exclude: expected a mapping of comm, exe, cmdline, users to"
            + " lists, such as {users: [root]}, found a list",
        "{comm: [a], exclude: {}} | exclude: expected a mapping of comm, exe, cmdline, users to"
            + " lists, such as {users: [root]}, found keys and values",
        "{comm: [a], exclude: {user: [x]}} | exclude.user: expected one of the keys comm, exe,"
            + " cmdline, users in its place, found a list",
        "{comm: [a], exclude: {comm: x}} | exclude.comm: expected a list of command names, such as"
            + " [bash], found \"x\"",
        "{comm: [a], users: root} | users: expected a list of user names or uids, such as [root],"
            + " found \"root\"",
        "{comm: [a], ignore: yep} | ignore: expected true or false, found \"yep\"",
        "{comm: [a], ignore: true, name: x} | name: expected no name beside ignore: true, which"
            + " puts into no group, found \"x\"",
        "{ignore: true} | expected an item with at least one of comm, exe, cmdline, pids, users,"
            + " exclude, such as {comm: [bash]}, found keys and values"
      })
  void mistakes_name_the_key_and_what_was_expected(String item, String message) {
    String dotted = message.startsWith("expected") ? ": " + message : "." + message;
    assertThatThrownBy(() -> rules(item, true))
        .isInstanceOf(ConfigException.class)
        .hasMessage(directory.resolve("c.yaml") + ":1: process_names[0]" + dotted);
  }

  private Verdict judge(String items, Candidate candidate) throws Exception {
    return rules(items, true).judge(candidate);
  }

  private GroupRules rules(String items, boolean childrenInherit)
      throws ConfigException, IOException {
    Path file = Files.writeString(directory.resolve("c.yaml"), "process_names: [" + items + "]\n");
    return RulesFile.read(file, childrenInherit);
  }

  private static Verdict joins(String group) {
    return joins(GroupKey.of(group));
  }

  private static Verdict joins(GroupKey key) {
    return new Verdict.Joins(new Membership(key, Optional.of(key)));
  }

  private static GroupKey key(String name, Map<String, String> labels) {
    return new GroupKey(name, new TreeMap<>(labels));
  }
}
