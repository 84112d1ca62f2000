package ratelab.exporter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documentation shows can be used as it stands. */
class DocumentationTest {
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @TempDir Path directory;

  @Test
  void configurations_are_right() throws Exception {
    List<String> examples = examples(Path.of("docs/configuration.md"));
    assertThat(examples).hasSizeGreaterThan(2);
    for (String example : examples) {
      Path file = Files.writeString(directory.resolve("example.yaml"), example);
      assertThat(RulesFile.read(file, true).isEmpty()).as(example).isFalse();
    }
  }

  @Test
  void the_first_example_does_what_the_page_says() throws Exception {
    String example = examples(Path.of("docs/configuration.md")).getFirst();
    Path file = Files.writeString(directory.resolve("example.yaml"), example);
    GroupRules rules = RulesFile.read(file, true);
    assertThat(group(rules, Candidates.of("java", "/opt/jdk/bin/java", "-jar", "a.jar")))
        .isEqualTo("java;a.jar {}");
    assertThat(group(rules, Candidates.of("postgres", "postgres:", "writer")))
        .isEqualTo("postgres {user=alice}");
    assertThat(group(rules, Candidates.of("postgres", "postgres:", "walwriter")))
        .isEqualTo("postgres {}");
    assertThat(rules.judge(Candidates.of("sshd", "sshd"))).isEqualTo(new Verdict.Excluded());
  }

  private static String group(GroupRules rules, Candidate candidate) {
    return rules.judge(candidate) instanceof Verdict.Joins(Membership membership)
        ? membership.group().name() + " " + membership.group().labels()
        : "none";
  }

  private static List<String> examples(Path page) throws IOException {
    return YAML.matcher(Files.readString(page))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }
}
