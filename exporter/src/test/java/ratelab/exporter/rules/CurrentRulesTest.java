package ratelab.exporter.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.exporter.yaml.ConfigException;

class CurrentRulesTest {
  private static final Instant START = Instant.ofEpochSecond(1_700_000_000);

  @TempDir Path directory;
  private Path file;
  private Instant now = START;
  private int edits;

  @BeforeEach
  void configured() throws IOException {
    file = directory.resolve("groups.yaml");
    edit("process_names: [{comm: [bash]}]");
  }

  @Test
  void stay_the_same_instance_while_the_file_does() throws ConfigException {
    CurrentRules rules = rules();
    assertThat(rules.get()).isSameAs(rules.get());
    assertThat(rules.state()).isEqualTo(new ReloadState(true, START));
  }

  @Test
  void follow_the_file() throws Exception {
    CurrentRules rules = rules();
    edit("process_names: [{comm: [bash]}, {comm: [zsh]}]");
    now = START.plusSeconds(60);
    assertThat(rules.get().rules()).hasSize(2);
    assertThat(rules.state()).isEqualTo(new ReloadState(true, now));
  }

  @Test
  void a_mistake_changes_nothing_and_is_said() throws Exception {
    CurrentRules rules = rules();
    GroupRules before = rules.get();
    edit("process_names: [{comm: bash}]");
    assertThat(rules.get()).isSameAs(before);
    assertThat(rules.state()).isEqualTo(new ReloadState(false, START));
    edit("process_names: []");
    assertThat(rules.get().isEmpty()).isTrue();
    assertThat(rules.state().succeeded()).isTrue();
  }

  @Test
  void a_file_that_is_gone_changes_nothing() throws Exception {
    CurrentRules rules = rules();
    GroupRules before = rules.get();
    Files.delete(file);
    assertThat(rules.get()).isSameAs(before);
    assertThat(rules.state().succeeded()).isFalse();
  }

  @Test
  void are_read_again_when_somebody_asks_for_it() throws Exception {
    CurrentRules rules = rules();
    GroupRules before = rules.get();
    rules.reloadSoon();
    GroupRules after = rules.get();
    assertThat(after).isNotSameAs(before);
    assertThat(rules.get()).isSameAs(after);
  }

  @Test
  void a_mistake_at_the_start_is_fatal() throws IOException {
    edit("process_names: 1");
    assertThatThrownBy(this::rules)
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(file + ":1: process_names: expected");
  }

  private CurrentRules rules() throws ConfigException {
    InstantSource clock = () -> now;
    return new CurrentRules(new RuleSource.ConfigFile(file), true, clock);
  }

  /** Times of files may be coarse, so each edit gets one of its own. */
  private void edit(String yaml) throws IOException {
    Files.writeString(file, yaml);
    Files.setLastModifiedTime(file, FileTime.from(START.plusSeconds(edits++)));
  }
}
