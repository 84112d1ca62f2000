package ratelab.experiments.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedScenarioTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource({"keys", "values", "contradictions"})
  void an_error_names_file_line_key_and_what_was_expected(
      String mistake, String passage, String replacement, String message) {
    assertThatThrownBy(() -> read(ScenarioText.with(passage, replacement)))
        .isInstanceOf(ScenarioException.class)
        .hasMessage(message);
  }

  static Stream<Arguments> keys() {
    String known =
        "(known here: runtime, concurrency, work, sleep, cpu, threads, accept,"
            + " queue, drop, children, cpus)";
    return Stream.of(
        arguments(
            "mistyped key",
            "sleep: 5s",
            "slep: 5s",
            "mine.yaml:7: target.slep: unknown key; did you mean sleep? " + known),
        arguments(
            "foreign key",
            "sleep: 5s",
            "sleep: 5s\n  memory: 1G",
            "mine.yaml:8: target.memory: unknown key " + known),
        arguments(
            "key given twice",
            "work: exec",
            "work: exec\n  work: sleep",
            "mine.yaml:7: target.work: the key is given twice; remove one"),
        arguments(
            "list as a key",
            "idle: 90s",
            "[a, b]: 90s",
            "mine.yaml:15: expected a key, found a list"),
        arguments(
            "missing key",
            "  sleep: 5s\n",
            "",
            "mine.yaml:4: target.sleep: expected a duration longer than 0, such as 5s, 250ms or"
                + " 1m30s, found no such key"),
        arguments(
            "missing part",
            "scrape:\n  interval: 15s\n",
            "",
            "mine.yaml:1: scrape: expected the keys interval, found no such key"),
        arguments(
            "missing format",
            "format: 1\n",
            "",
            "mine.yaml:1: format: expected a whole number from 1 to 2147483647, found no such key"),
        arguments(
            "newer format, whatever else is in it",
            "format: 1\nabout: A test",
            "novelty: true\nformat: 2",
            "mine.yaml:2: format: the file has format 2, this ratelab reads up to format 1; use a"
                + " newer ratelab"),
        arguments(
            "part without its keys",
            "scrape:\n  interval: 15s",
            "scrape: 15s",
            "mine.yaml:12: scrape: expected the keys interval, found \"15s\""));
  }

  static Stream<Arguments> values() {
    String duration = "expected a duration longer than 0, such as 5s, 250ms or 1m30s, found ";
    String workers = "mine.yaml:9: load.workers: expected a whole number from 1 to 65535, found ";
    return Stream.of(
        arguments(
            "duration without a unit",
            "duration: 1m",
            "duration: 60",
            "mine.yaml:10: load.duration: " + duration + "\"60\""),
        arguments(
            "duration in an unknown unit",
            "idle: 90s",
            "idle: 90sec",
            "mine.yaml:15: idle: " + duration + "\"90sec\""),
        arguments(
            "zero duration",
            "interval: 15s",
            "interval: 0s",
            "mine.yaml:13: scrape.interval: " + duration + "\"0s\""),
        arguments(
            "negative duration",
            "sleep: 5s",
            "sleep: -5s",
            "mine.yaml:7: target.sleep: " + duration + "\"-5s\""),
        arguments(
            "negative timeout",
            "timeout: 20s",
            "timeout: -1s",
            "mine.yaml:11: load.timeout: expected a duration such as 5s, 250ms or 1m30s, or 0 for"
                + " clients that never give up, found \"-1s\""),
        arguments(
            "duration that is empty",
            "idle: 90s",
            "idle:",
            "mine.yaml:15: idle: " + duration + "nothing"),
        arguments("no workers", "workers: 50", "workers: 0", workers + "\"0\""),
        arguments("half a worker", "workers: 50", "workers: 0.5", workers + "\"0.5\""),
        arguments("many workers", "workers: 50", "workers: 5000000000", workers + "\"5000000000\""),
        arguments("list of workers", "workers: 50", "workers: [50]", workers + "a list"),
        arguments(
            "mistyped word",
            "runtime: javalin",
            "runtime: javlin",
            "mine.yaml:4: target.runtime: expected javalin, node, express, python, go or own, found"
                + " \"javlin\"; did you mean javalin?"),
        arguments(
            "unknown word",
            "concurrency: single",
            "concurrency: actor",
            "mine.yaml:5: target.concurrency: expected single, pool, virtual or async, found"
                + " \"actor\""),
        arguments(
            "window that is no list",
            "windows: [30s, 1m]",
            "windows: 30s",
            "mine.yaml:14: windows: expected a list of durations, such as [30s, 1m], found"
                + " \"30s\""),
        arguments(
            "no window",
            "windows: [30s, 1m]",
            "windows: []",
            "mine.yaml:14: windows: expected a list of durations, such as [30s, 1m], found an empty"
                + " list"),
        arguments(
            "bad window among good ones",
            "windows: [30s, 1m]",
            "windows:\n  - 30s\n  - 1min",
            "mine.yaml:16: windows[1]: " + duration + "\"1min\""),
        arguments(
            "speed that is no factor",
            "about: A test",
            "about: A test\nspeed: 0",
            "mine.yaml:3: speed: expected a number above 0, such as 10, found \"0\""));
  }

  static Stream<Arguments> contradictions() {
    return Stream.of(
        arguments(
            "concurrency that a runtime does not have",
            "runtime: javalin\n  concurrency: single",
            "runtime: node\n  concurrency: pool",
            "mine.yaml:5: target.concurrency: node has no pool; choose single or async"),
        arguments(
            "burn that sleeps",
            "work: exec",
            "work: burn",
            "mine.yaml:7: target.sleep: work burn never sleeps; remove the key, or choose work"
                + " sleep"),
        arguments(
            "burn of nothing",
            "work: exec\n  sleep: 5s",
            "work: burn",
            "mine.yaml:4: target.cpu: expected a duration longer than 0, such as 5s, 250ms or"
                + " 1m30s, found no such key"),
        arguments(
            "window given twice",
            "windows: [30s, 1m]",
            "windows: [60s, 1m]",
            "mine.yaml:14: windows[1]: the window is given twice; remove one"));
  }

  @Test
  void text_that_is_no_yaml_is_an_error_with_its_line() {
    assertThatThrownBy(() -> read("format: 1\ntarget: {runtime: [javalin\nload: 1\n"))
        .isInstanceOf(ScenarioException.class)
        .hasMessage("mine.yaml:3: expected YAML: expected ',' or ']', but got :");
  }

  @Test
  void a_list_is_no_scenario() {
    assertThatThrownBy(() -> read("- a\n- b\n"))
        .hasMessage(
            "mine.yaml:1: expected a scenario: the keys format, name, about, speed, target, load,"
                + " scrape, windows, idle, disturbances, expect, variants, found a list");
  }

  @Test
  void an_empty_file_is_no_scenario() {
    assertThatThrownBy(() -> read("# nothing yet\n"))
        .hasMessage(
            "mine.yaml:1: the file is empty; `lab scenario show seed` prints a complete one");
  }

  @Test
  void a_file_that_is_not_there_is_named(@TempDir Path folder) {
    Path file = folder.resolve("none.yaml");

    assertThatThrownBy(() -> ScenarioReader.read(file))
        .hasMessage(file + ": there is no such file; `lab list` shows the built-in scenarios");
  }

  @Test
  void a_file_that_is_no_text_is_named(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("picture.yaml"), new byte[] {(byte) 0xff, (byte) 0xd8});

    assertThatThrownBy(() -> ScenarioReader.read(file))
        .hasMessage(
            file
                + ": is not UTF-8 text; a scenario is a YAML file; `lab scenario show seed` prints"
                + " a complete one");
  }

  @Test
  void the_file_that_the_mistakes_were_made_in_is_valid() {
    assertThat(read(ScenarioText.VALID).warnings()).isEmpty();
  }

  private static ScenarioFile read(String text) {
    return ScenarioReader.read(text, "mine.yaml", "mine");
  }
}
