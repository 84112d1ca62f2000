package ratelab.experiments.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes in what is done to a run, in its load, in its variants, and between expectations. */
class MalformedExperimentTest {
  private static final String EXPECT = "expect:\n  - cause: backlog";

  @ParameterizedTest(name = "{0}")
  @MethodSource({"loads", "targets", "disturbances", "variants", "contradictions", "hugeValues"})
  void an_error_names_file_line_key_and_what_was_expected(
      String mistake, String passage, String replacement, String message) {
    assertThatThrownBy(() -> read(ScenarioText.with(passage, replacement)))
        .isInstanceOf(ScenarioException.class)
        .hasMessage(message);
  }

  static Stream<Arguments> loads() {
    return Stream.of(
        arguments(
            "rate of nothing",
            "workers: 50",
            "workers: 50\n  rate: 0",
            "mine.yaml:10: load.rate: expected a number above 0, such as 10, found \"0\""),
        arguments(
            "rate with a unit",
            "workers: 50",
            "workers: 50\n  rate: 2/s",
            "mine.yaml:10: load.rate: expected a number above 0, such as 10, found \"2/s\""),
        arguments(
            "workers that click by hand",
            "duration: 1m",
            "requests: 4\n  every: 30s",
            "mine.yaml:9: load.workers: requests come one after the other, each every so often;"
                + " remove the key"),
        arguments(
            "rate by hand",
            "workers: 50\n  duration: 1m",
            "requests: 4\n  every: 30s\n  rate: 2",
            "mine.yaml:11: load.rate: requests come one after the other, each every so often;"
                + " remove the key"),
        arguments(
            "by hand without a pause",
            "workers: 50\n  duration: 1m",
            "requests: 4",
            "mine.yaml:9: load.every: expected a duration longer than 0, such as 5s, 250ms or"
                + " 1m30s, found no such key"),
        arguments(
            "pause of a load with workers",
            "workers: 50",
            "workers: 50\n  every: 5s",
            "mine.yaml:10: load.every: it is the pause between the requests of a load by hand; give"
                + " requests, too"));
  }

  static Stream<Arguments> targets() {
    return Stream.of(
        arguments(
            "queue of less than nothing",
            "work: exec",
            "work: exec\n  queue: -1",
            "mine.yaml:7: target.queue: expected a whole number from 0 to 2147483647, found"
                + " \"-1\""),
        arguments(
            "drop of an unknown kind",
            "work: exec",
            "work: exec\n  drop: deadlines",
            "mine.yaml:7: target.drop: expected never, gone or deadline, found \"deadlines\"; did"
                + " you mean deadline?"),
        arguments(
            "queue where nobody can count",
            "work: exec",
            "work: exec\n  accept: one\n  queue: 3",
            "mine.yaml:8: target.queue: with accept: one, requests wait where the target cannot see"
                + " them; remove one of the two"),
        arguments(
            "children of a handler that starts none",
            "work: exec",
            "work: exec\n  children: 2",
            "mine.yaml:7: target.children: only work spawn has children; remove the key"),
        arguments(
            "children that have nothing to do",
            "work: exec\n  sleep: 5s",
            "work: spawn",
            "mine.yaml:4: target.cpu: expected a duration longer than 0, such as 5s, 250ms or"
                + " 1m30s, found no such key"));
  }

  static Stream<Arguments> disturbances() {
    return Stream.of(
        disturbance(
            "act that does not exist",
            "{at: load-end, do: restart}",
            "[0].do: expected restart-target, end-target, reset-counter, skip-scrapes,"
                + " fail-scrapes, slow-exporter, restart-exporter or restart-prometheus, found"
                + " \"restart\""),
        disturbance(
            "mistyped act",
            "{at: load-end, do: restart-targets}",
            "[0].do: expected restart-target, end-target, reset-counter, skip-scrapes,"
                + " fail-scrapes, slow-exporter, restart-exporter or restart-prometheus, found"
                + " \"restart-targets\"; did you mean restart-target?"),
        disturbance(
            "time that does not exist",
            "{at: noon, do: end-target}",
            "[0].at: expected load-start or load-end, found \"noon\""),
        disturbance(
            "time in the past",
            "{at: load-end, after: -5s, do: skip-scrapes}",
            "[0].after: expected a duration such as 5s, 250ms or 1m30s, or 0 for at once, found"
                + " \"-5s\""),
        disturbance(
            "target that ends under load",
            "{at: load-start, do: end-target}",
            "[0].at: without its target a load measures nothing; end-target happens at load-end"),
        disturbance(
            "number of restarts",
            "{at: load-end, do: restart-target, count: 3}",
            "[0].count: restart-target takes no number of scrapes; remove the key"),
        disturbance(
            "exporter that is slow by nothing",
            "{at: load-end, do: slow-exporter}",
            "[0].by: expected a duration longer than 0, such as 5s, 250ms or 1m30s, found no such"
                + " key"),
        disturbance(
            "scrapes that are skipped slowly",
            "{at: load-end, do: skip-scrapes, by: 2s}",
            "[0].by: only slow-exporter has a delay; remove the key"),
        disturbance(
            "unknown key",
            "{at: load-end, do: skip-scrapes, times: 2}",
            "[0].times: unknown key (known here: at, after, do, count, by)"),
        arguments(
            "disturbances that are no list",
            EXPECT,
            "disturbances: restart-target\n" + EXPECT,
            "mine.yaml:16: disturbances: expected a list of disturbances, such as - {at: load-end,"
                + " do: ...}, found \"restart-target\""));
  }

  private static Arguments disturbance(String mistake, String item, String message) {
    return arguments(
        mistake,
        EXPECT,
        "disturbances:\n  - " + item + "\n" + EXPECT,
        "mine.yaml:17: disturbances" + message);
  }

  static Stream<Arguments> variants() {
    return Stream.of(
        variant(
            "without a name",
            "- about: Nameless",
            "mine.yaml:19: variants[0].name: expected a name, found no such key"),
        variant(
            "without a sentence",
            "- name: mute",
            "mine.yaml:19: variants[0].about: expected one sentence on what the variant shows,"
                + " found no such key"),
        variant(
            "with a name that is no part of a path",
            "- {name: a/b, about: A}",
            "mine.yaml:19: variants[0].name: expected a name of small letters, digits and hyphens,"
                + " found \"a/b\""),
        variant(
            "of the same name",
            "- {name: a, about: A}\n  - {name: a, about: B}",
            "mine.yaml:20: variants[1].name: there is a variant of this name already"),
        variant(
            "with a key of the whole file",
            "- {name: a, about: A, speed: 2}",
            "mine.yaml:19: variants[0].speed: unknown key (known here: name, about, target, load,"
                + " scrape, windows, idle, disturbances, expect)"),
        variant(
            "with a mistake in a part",
            "- {name: a, about: A, load: {worker: 3}}",
            "mine.yaml:19: a.load.worker: unknown key; did you mean workers? (known here: workers,"
                + " duration, timeout, rate, requests, every, command, hey)"),
        variant(
            "that takes away what is needed",
            "- {name: a, about: A, load: {timeout: }}",
            "mine.yaml:19: a.load.timeout: expected a duration such as 5s, 250ms or 1m30s, or 0 for"
                + " clients that never give up, found no such key"),
        variant(
            "of nothing",
            "[]",
            "mine.yaml:19: variants: expected a list of variants, each with its name and what"
                + " differs, found an empty list"));
  }

  private static Arguments variant(String mistake, String items, String message) {
    return arguments("variant " + mistake, EXPECT, EXPECT + "\nvariants:\n  " + items, message);
  }

  static Stream<Arguments> contradictions() {
    return Stream.of(
        expectations(
            "two causes",
            "- cause: window-only",
            "the cause is expected to be backlog already; a run has one cause"),
        expectations(
            "the same twice", "- cause: backlog", "the expectation is given twice; remove one"),
        arguments(
            "return into a gap",
            "- cause: backlog",
            "- ends: gap\n  - returns: as-derived",
            "mine.yaml:18: expect[1]: a curve that ends in a gap never returns; expect one of the"
                + " two"),
        arguments(
            "backlog of patient clients",
            "timeout: 20s",
            "timeout: 0",
            "mine.yaml:17: expect[0]: clients that never give up leave no backlog; expect"
                + " window-only, or give the load a timeout"),
        arguments(
            "work for nobody of patient clients",
            "timeout: 20s\nscrape:\n  interval: 15s\nwindows: [30s, 1m]\nidle: 90s\n" + EXPECT,
            "timeout: 0\nscrape:\n  interval: 15s\nwindows: [30s, 1m]\nidle: 90s\n"
                + "expect:\n  - worked-off-for-nobody: {at-least: 10%}",
            "mine.yaml:17: expect[0]: clients that never give up are worked for to the last; expect"
                + " at-most, or give the load a timeout"),
        arguments(
            "doubt that does not exist",
            "- cause: backlog",
            "- inconclusive: {because: scrape-failed}",
            "mine.yaml:17: expect[0].inconclusive.because: expected no-samples, idle-unknown,"
                + " group-changed, scrapes-failed, scrapes-missed, scrapes-slow or partly-read,"
                + " found \"scrape-failed\"; did you mean scrapes-failed?"),
        arguments(
            "end that does not exist",
            "- cause: backlog",
            "- ends: zero",
            "mine.yaml:17: expect[0].ends: expected gap, found \"zero\""));
  }

  private static Arguments expectations(String mistake, String second, String reason) {
    return arguments(
        mistake,
        "- cause: backlog",
        "- cause: backlog\n  " + second,
        "mine.yaml:18: expect[1]: " + reason);
  }

  static Stream<Arguments> hugeValues() {
    return Stream.of(
        arguments(
            "longer than a week",
            "duration: 1m",
            "duration: 200h",
            "mine.yaml:10: load.duration: 200h is longer than a week; no run lasts that long"),
        arguments(
            "longer than a duration can be",
            "idle: 90s",
            "idle: 99999999999h",
            "mine.yaml:15: idle: expected a duration longer than 0, such as 5s, 250ms or 1m30s,"
                + " found \"99999999999h\""),
        arguments(
            "more workers than ports",
            "workers: 50",
            "workers: 65536",
            "mine.yaml:9: load.workers: expected a whole number from 1 to 65535, found \"65536\""),
        arguments(
            "speed beyond all measure",
            "about: A test",
            "about: A test\nspeed: 1e400",
            "mine.yaml:3: speed: expected a number above 0, such as 10, found \"1e400\""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("doubtful")
  void what_can_hardly_be_meant_is_a_warning(
      String what, String passage, String replacement, String warning) {
    assertThat(read(ScenarioText.with(passage, replacement)).warnings()).containsExactly(warning);
  }

  static Stream<Arguments> doubtful() {
    return Stream.of(
        arguments(
            "window shorter than the interval",
            "windows: [30s, 1m]",
            "windows: [10s, 1m]",
            "mine.yaml:14: windows[0]: 10s is not longer than the scrape interval 15s: no window"
                + " holds two samples, so no rate exists"),
        arguments(
            "more requests under way than workers",
            "workers: 50",
            "workers: 10\n  rate: 2.5",
            "mine.yaml:10: load.rate: 50 requests may wait for their answers at the same time, but"
                + " there are only 10 workers: some would be sent late or never"));
  }

  private static ScenarioFile read(String text) {
    return ScenarioReader.read(text, "mine.yaml", "mine");
  }
}
