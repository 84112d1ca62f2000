package ratelab.exporter.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import ratelab.exporter.yaml.ConfigException;

class NameMappingTest {
  private static final Candidate BASH = Candidates.of("bash", "/bin/bash", "-l");
  private static final Candidate JAVA = Candidates.of("java", "java", "-jar", "a.jar");

  @Test
  void a_name_without_a_pattern_is_a_group() throws ConfigException {
    assertThat(group("bash,zsh", "", BASH)).contains("bash");
    assertThat(group(",bash,,", "", BASH)).contains("bash");
    assertThat(group("bash", "", Candidates.of("bash"))).contains("bash");
    assertThat(group("zsh", "", BASH)).isEmpty();
  }

  @Test
  void the_first_group_of_the_pattern_that_is_not_empty_follows_the_name() throws ConfigException {
    assertThat(group("", "java,-jar (\\S+)", JAVA)).contains("java:a.jar");
    assertThat(group("", "java,-war (\\S+)|-jar (\\w+)", JAVA)).contains("java:a");
    assertThat(group("", "java,(x*)java -(jar)", JAVA)).contains("java:jar");
  }

  @Test
  void a_pattern_that_finds_or_captures_nothing_matches_nothing() throws ConfigException {
    assertThat(group("", "java,-war (\\S+)", JAVA)).isEmpty();
    assertThat(group("", "java,-jar", JAVA)).isEmpty();
    assertThat(group("", "java,(x*)", JAVA)).isEmpty();
  }

  @Test
  void a_pattern_beats_the_plain_name_and_needs_it_in_no_other_list() throws ConfigException {
    assertThat(group("java", "java,-jar (\\S+)", JAVA)).contains("java:a.jar");
    assertThat(group("java", "java,-war (\\S+)", JAVA)).isEmpty();
    assertThat(group("bash", "java,-jar (\\S+)", JAVA)).contains("java:a.jar");
  }

  @Test
  void the_last_pattern_of_a_name_counts() throws ConfigException {
    assertThat(group("", "java,(j),java,(jar)", JAVA)).contains("java:jar");
  }

  @Test
  void children_follow_as_the_flag_says() throws ConfigException {
    RuleSource source = new RuleSource.Names(NameMapping.parse("bash", ""));
    GroupKey bash = GroupKey.of("bash");
    assertThat(source.read(true).judge(BASH))
        .isEqualTo(new Verdict.Joins(new Membership(bash, Optional.of(bash))));
    assertThat(source.read(false).judge(BASH))
        .isEqualTo(new Verdict.Joins(new Membership(bash, Optional.empty())));
  }

  @Test
  void no_names_are_no_rules() throws ConfigException {
    assertThat(new RuleSource.Names(NameMapping.parse(",", "")).read(true).isEmpty()).isTrue();
  }

  @Test
  void mistakes_name_the_part() {
    assertThatThrownBy(() -> NameMapping.parse("", "java,a,b"))
        .hasMessage(
            "-namemapping: expected NAME,REGEX,NAME,REGEX: found 3 parts between commas; the last"
                + " name lacks its regular expression, or one contains a comma, which only a file"
                + " of -config.path can hold");
    assertThatThrownBy(() -> NameMapping.parse("", ",a"))
        .hasMessage("-namemapping: expected NAME,REGEX,NAME,REGEX: part 1, a name, is empty");
    assertThatThrownBy(() -> NameMapping.parse("", "java,a,node,"))
        .hasMessage(
            "-namemapping: expected NAME,REGEX,NAME,REGEX: part 4, the regular expression of node,"
                + " is empty");
    assertThatThrownBy(() -> NameMapping.parse("", "java,(a"))
        .hasMessage(
            "-namemapping: expected NAME,REGEX,NAME,REGEX: \"(a\", for java, is no regular"
                + " expression in RE2 syntax (missing closing ))");
  }

  private static Optional<String> group(String names, String mapping, Candidate candidate)
      throws ConfigException {
    GroupRules rules = new RuleSource.Names(NameMapping.parse(names, mapping)).read(true);
    return rules.judge(candidate) instanceof Verdict.Joins(Membership membership)
        ? Optional.of(membership.group().name())
        : Optional.empty();
  }
}
