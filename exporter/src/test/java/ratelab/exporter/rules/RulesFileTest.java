package ratelab.exporter.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.exporter.yaml.ConfigException;

class RulesFileTest {
  @TempDir Path directory;

  @Test
  void the_first_item_that_matches_decides() throws ConfigException {
    GroupRules rules =
        rules(
            """
            process_names:
              - name: shells
                comm: [bash, zsh]
              - name: rest
                cmdline: ['.*']
            """);
    assertThat(group(rules, Candidates.of("bash"))).contains("shells");
    assertThat(group(rules, Candidates.of("java"))).contains("rest");
  }

  @Test
  void all_selectors_of_an_item_must_match() throws ConfigException {
    GroupRules rules =
        rules(
            """
            process_names:
              - name: app
                comm: [java]
                exe: [/opt/jdk/bin/java, node]
                cmdline: ["-jar (?P<Jar>\\\\S+)", "--port"]
            """);
    assertThat(group(rules, app("java", "/opt/jdk/bin/java", "--port"))).contains("app");
    assertThat(group(rules, app("java", "/bin/node", "--port"))).contains("app");
    assertThat(group(rules, app("node", "/opt/jdk/bin/java", "--port"))).isEmpty();
    assertThat(group(rules, app("java", "/usr/bin/java", "--port"))).isEmpty();
    assertThat(group(rules, app("java", "/opt/jdk/bin/java", "--host"))).isEmpty();
  }

  @Test
  void entries_with_the_same_base_name_do_not_hide_each_other() throws ConfigException {
    GroupRules rules = rules("process_names: [{name: j, exe: [/a/java, /b/java]}]");
    assertThat(group(rules, Candidates.of("java", "/a/java"))).contains("j");
    assertThat(group(rules, Candidates.of("java", "/b/java"))).contains("j");
  }

  @Test
  void captures_of_all_patterns_name_the_group() throws ConfigException {
    GroupRules rules =
        rules(
            """
            process_names:
              - name: "{{.Matches.A}}+{{.Matches.B}}+{{.Matches}}"
                cmdline: ["-a (?P<A>\\\\w+)", "-b (?P<B>\\\\w+)?(x)?"]
            """);
    assertThat(group(rules, Candidates.of("c", "c", "-a", "1", "-b", "2")))
        .contains("1+2+map[: A:1 B:2]");
  }

  @Test
  void an_item_without_a_name_takes_the_program() throws ConfigException {
    GroupRules rules = rules("process_names: [{comm: [java]}, {comm: [node], name: ''}]");
    assertThat(group(rules, Candidates.of("java", "/opt/jdk/bin/java"))).contains("java");
    assertThat(group(rules, Candidates.of("node", "/opt/nodejs"))).contains("nodejs");
  }

  @Test
  void empty_lists_mean_never_for_names_and_always_for_patterns() throws ConfigException {
    assertThat(group(rules("process_names: [{comm: []}]"), Candidates.of("x"))).isEmpty();
    assertThat(group(rules("process_names: [{cmdline: [], name: all}]"), Candidates.of("x")))
        .contains("all");
  }

  @Test
  void a_process_without_arguments_has_no_program_and_an_empty_command_line()
      throws ConfigException {
    Candidate zombie = Candidates.of("true");
    assertThat(group(rules("process_names: [{exe: ['true']}]"), zombie)).isEmpty();
    assertThat(group(rules("process_names: [{cmdline: ['.+']}]"), zombie)).isEmpty();
    assertThat(group(rules("process_names: [{cmdline: ['.*']}]"), zombie)).contains("true");
  }

  @Test
  void a_number_may_stand_where_a_name_belongs() throws ConfigException {
    assertThat(group(rules("process_names: [{comm: [sleep, 5]}]"), Candidates.of("5")))
        .contains("5");
  }

  @Test
  void unknown_keys_are_ignored() throws ConfigException {
    assertThat(group(rules("{x: 1, process_names: [{comm: [a], y: 2}]}"), Candidates.of("a")))
        .contains("a");
  }

  @Test
  void nothing_is_a_configuration_too() throws ConfigException {
    assertThat(rules("").rules()).isEmpty();
    assertThat(rules("# only a comment\n").rules()).isEmpty();
    assertThat(rules("process_names:\n").rules()).isEmpty();
  }

  @Test
  void anchors_and_merges_work() throws ConfigException {
    GroupRules rules =
        rules(
            """
            common: &common {cmdline: ['--port']}
            process_names:
              - {<<: *common, name: served}
            """);
    assertThat(group(rules, Candidates.of("a", "a", "--port"))).contains("served");
  }

  @Test
  void children_have_their_own_group_or_inherit() throws ConfigException {
    String yaml = "process_names: [{name: t, pids: ['42@7000'], children: kids}, {comm: [a]}]";
    assertThat(membership(yaml, true, Candidates.of("t"))).contains(joins("t", "kids"));
    assertThat(membership(yaml, false, Candidates.of("t"))).contains(joins("t", "kids"));
    Candidate other = Candidates.of(43, 1, true, "a");
    assertThat(membership(yaml, true, other)).contains(joins("a", "a"));
    assertThat(membership(yaml, false, other))
        .contains(new Membership(GroupKey.of("a"), Optional.empty()));
  }

  @Test
  void errors_name_file_line_key_and_what_was_expected() {
    assertError(
        "process_names:\n  - comm: bash\n",
        ":2: process_names[0].comm: expected a list of command names, such as [bash], found"
            + " \"bash\"");
    assertError(
        "process_names:\n  - exe: {a: b}\n",
        ":2: process_names[0].exe: expected a list of programs, such as [/bin/bash], found keys and"
            + " values");
    assertError(
        "process_names:\n  - comm: [[bash]]\n",
        ":2: process_names[0].comm[0]: expected text, found a list");
    assertError(
        "process_names:\n  - comm: [a]\n  - cmdline:\n      - a\n      - '(b'\n",
        ":5: process_names[1].cmdline[1]: expected a regular expression in RE2 syntax (missing"
            + " closing )), found \"(b\"");
    assertError(
        "process_names:\n  - cmdline: a\n",
        ":2: process_names[0].cmdline: expected a list of regular expressions, such as [\"java"
            + " .*\"], found \"a\"");
    assertError(
        "process_names:\n  - name: x\n",
        ":2: process_names[0]: expected an item with at least one of comm, exe, cmdline, pids,"
            + " users, exclude, such as {comm: [bash]}, found keys and values");
    assertError(
        "process_names:\n  - bash\n",
        ":2: process_names[0]: expected an item with at least one of comm, exe, cmdline, pids,"
            + " users, exclude, such as {comm: [bash]}, found \"bash\"");
    assertError(
        "process_names: bash\n",
        ":1: process_names: expected a list of items that name processes, found \"bash\"");
    assertError("- a\n", ":1: expected the key process_names with a list, found a list");
    assertError(
        "process_names:\n  - comm: [a]\n    name: '{{if .Comm}}x'\n",
        ":3: process_names[0].name: expected a Go template (a block has no {{end}}), found \"{{if"
            + " .Comm}}x\"");
    assertError(
        "process_names:\n  - comm: [a]\n    labels: {a: '{{.Comm'}\n",
        ":3: process_names[0].labels.a: expected a Go template (an action has no end, }}), found"
            + " \"{{.Comm\"");
    assertError(
        "process_names:\n  - comm: [a]\n    name: [b]\n",
        ":3: process_names[0].name: expected a template for the name, such as \"{{.Comm}}\", found"
            + " a list");
  }

  @Test
  void cgroups_are_asked_for_only_if_a_template_does() throws ConfigException {
    assertThat(rules("process_names: [{comm: [a], name: '{{.Comm}}'}]").needsCgroups()).isFalse();
    assertThat(rules("process_names: [{comm: [a], name: '{{.Cgroups}}'}]").needsCgroups()).isTrue();
    assertThat(
            rules("process_names: [{comm: [a], labels: {c: '{{index .Cgroups 0}}'}}]")
                .needsCgroups())
        .isTrue();
    assertThat(rules("process_names: [{comm: [a], name: '{{.}}'}]").needsCgroups()).isTrue();
  }

  @Test
  void both_spellings_of_named_groups_work() throws ConfigException {
    String yaml = "process_names: [{name: '{{.Matches.A}}', cmdline: ['-%s (?%s<A>\\w+)']}]";
    Candidate process = Candidates.of("c", "c", "-a", "1");
    assertThat(group(rules(yaml.formatted("a", "P")), process)).contains("1");
    assertThat(group(rules(yaml.formatted("a", "")), process)).contains("1");
  }

  @Test
  void what_re2_does_not_know_is_refused() {
    assertError(
        "process_names:\n  - cmdline: ['a(?!b)']\n",
        ":2: process_names[0].cmdline[0]: expected a regular expression in RE2 syntax (invalid or"
            + " unsupported Perl syntax), found \"a(?!b)\"");
  }

  @Test
  void errors_in_our_extensions_do_so_too() {
    assertError(
        "process_names:\n  - pids: ['12', '12@']\n",
        ":2: process_names[0].pids[1]: expected PID or PID@STARTTICKS, such as \"1234@567890\","
            + " found \"12@\"");
    assertError(
        "process_names:\n  - pids: 12\n",
        ":2: process_names[0].pids: expected a list of PID or PID@STARTTICKS, such as"
            + " \"1234@567890\", found \"12\"");
    assertError(
        "process_names:\n  - pids: []\n",
        ":2: process_names[0].pids: expected at least one PID or PID@STARTTICKS, such as"
            + " \"1234@567890\", found a list");
    assertError(
        "process_names:\n  - pids: [12]\n    children: '{{.Comm}}'\n",
        ":3: process_names[0].children: expected true, false, or the literal name of a group for"
            + " the descendants, found \"{{.Comm}}\"");
    assertError(
        "process_names:\n  - pids: [12]\n    children: [a]\n",
        ":3: process_names[0].children: expected true, false, or the literal name of a group for"
            + " the descendants, found a list");
  }

  @Test
  void what_is_no_yaml_is_refused_with_its_line() {
    assertError(
        "process_names:\n  - comm: [a\n",
        ":3: expected YAML: expected ',' or ']', but got <stream end>");
    assertError("a: *nobody\n", ":1: expected YAML: found undefined alias nobody");
  }

  @Test
  void a_missing_file_is_named_with_the_flag() {
    Path missing = directory.resolve("missing.yaml");
    assertThatThrownBy(() -> RulesFile.read(missing, true))
        .hasMessage(missing + ": there is no such file; -config.path must name one");
  }

  @Test
  void a_file_that_is_no_text_is_refused() throws IOException {
    Path file = Files.write(directory.resolve("c.yaml"), new byte[] {(byte) 0xff});
    assertThatThrownBy(() -> RulesFile.read(file, true))
        .hasMessage(
            file
                + ": cannot be read (java.nio.charset.MalformedInputException: Input length = 1);"
                + " make it readable UTF-8 text for this user");
  }

  private static Candidate app(String comm, String program, String option) {
    return Candidates.of(comm, program, "-jar", "a.jar", option);
  }

  private static Optional<String> group(GroupRules rules, Candidate candidate) {
    return membership(rules, candidate).map(Membership::group).map(GroupKey::name);
  }

  private Optional<Membership> membership(String yaml, boolean inherit, Candidate candidate)
      throws ConfigException {
    return membership(RulesFile.read(write(yaml), inherit), candidate);
  }

  private static Optional<Membership> membership(GroupRules rules, Candidate candidate) {
    return rules.judge(candidate) instanceof Verdict.Joins(Membership membership)
        ? Optional.of(membership)
        : Optional.empty();
  }

  private static Membership joins(String group, String childrenGroup) {
    return new Membership(GroupKey.of(group), Optional.of(GroupKey.of(childrenGroup)));
  }

  private GroupRules rules(String yaml) throws ConfigException {
    return RulesFile.read(write(yaml), true);
  }

  private void assertError(String yaml, String expected) {
    Path file = write(yaml);
    assertThatThrownBy(() -> RulesFile.read(file, true))
        .isInstanceOf(ConfigException.class)
        .hasMessage(file + expected);
  }

  private Path write(String yaml) {
    try {
      return Files.writeString(directory.resolve("c.yaml"), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
