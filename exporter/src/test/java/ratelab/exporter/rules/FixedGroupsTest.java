package ratelab.exporter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixedGroupsTest {
  @TempDir Path directory;

  @Test
  void are_those_with_a_plain_name_and_plain_labels() throws Exception {
    assertThat(
            fixed(
                "{name: b, comm: [x]}, {name: a, cmdline: ['.*'], labels: {tier: web}, children:"
                    + " k}"))
        .containsExactly(
            key("a", Map.of("tier", "web")), GroupKey.of("b"), key("k", Map.of("tier", "web")));
  }

  @Test
  void are_those_named_after_what_the_item_lists() throws Exception {
    assertThat(fixed("{name: 'svc {{.Comm}}', comm: [nginx, bash]}"))
        .containsExactly(GroupKey.of("svc bash"), GroupKey.of("svc nginx"));
    assertThat(fixed("{exe: [/opt/jdk/bin/java, node]}"))
        .containsExactly(GroupKey.of("java"), GroupKey.of("node"));
  }

  @Test
  void are_not_those_that_only_a_process_can_name() throws Exception {
    assertThat(
            fixed(
                "{cmdline: ['.*']}, {name: '{{.Username}}', comm: [a]}, {name: a, comm: [a],"
                    + " labels: {pid: '{{.PID}}'}}, {comm: [b], ignore: true}, {comm: [bash]}"))
        .isEmpty();
  }

  @Test
  void of_the_command_line_are_the_names_without_a_pattern() throws Exception {
    RuleSource source = new RuleSource.Names(NameMapping.parse("bash,zsh", "java,-jar (.*)"));
    assertThat(source.read(true).fixedGroups())
        .containsExactly(GroupKey.of("bash"), GroupKey.of("zsh"));
  }

  private Iterable<GroupKey> fixed(String items) throws Exception {
    Path file = Files.writeString(directory.resolve("c.yaml"), "process_names: [" + items + "]\n");
    return RulesFile.read(file, true).fixedGroups();
  }

  private static GroupKey key(String name, Map<String, String> labels) {
    return new GroupKey(name, new TreeMap<>(labels));
  }
}
