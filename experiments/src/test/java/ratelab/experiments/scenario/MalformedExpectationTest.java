package ratelab.experiments.scenario;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedExpectationTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void an_error_names_the_item_and_what_was_expected(String mistake, String item, String message) {
    assertThatThrownBy(() -> read(ScenarioText.with("cause: backlog", item)))
        .isInstanceOf(ScenarioException.class)
        .hasMessage("mine.yaml:17: " + message);
  }

  static Stream<Arguments> an_error_names_the_item_and_what_was_expected() {
    return Stream.of(
        arguments(
            "kind that does not exist",
            "causes: backlog",
            "expect[0].causes: unknown key; did you mean cause? (known here: drain, answered,"
                + " returns, plateau, ends, each-request, shape, counter-error, children-missed,"
                + " cause, worked-off-for-nobody, inconclusive)"),
        arguments(
            "unknown cause",
            "cause: window_only",
            "expect[0].cause: expected backlog, window-only, restarted, exited, missed-scrape,"
                + " counter-reset or unknown, found \"window_only\"; did you mean window-only?"),
        arguments(
            "two in one item",
            "{cause: backlog, returns: as-derived}",
            "expect[0]: expected one of drain, answered, returns, plateau, ends, each-request,"
                + " shape, counter-error, children-missed, cause, worked-off-for-nobody or"
                + " inconclusive, found keys and values"),
        arguments(
            "other return",
            "returns: soon",
            "expect[0].returns: expected as-derived, found \"soon\""),
        arguments(
            "forecast without tolerance",
            "drain: {forecast: before-load, service-times: 2}",
            "expect[0].drain.relative: expected a share from 0% to 100%, such as 5%, found no such"
                + " key"),
        arguments(
            "tolerance without a unit",
            "drain: {forecast: before-load, relative: 0.05, service-times: 2}",
            "expect[0].drain.relative: expected a share from 0% to 100%, such as 5%, found"
                + " \"0.05\""),
        arguments(
            "tolerance where it is derived",
            "drain: {forecast: load-end, relative: 5%}",
            "expect[0].drain.relative: the tolerance at load end is derived: one scrape + the"
                + " calibration's error; remove the key"),
        arguments(
            "forecast afterwards",
            "drain: {forecast: afterwards}",
            "expect[0].drain.forecast: expected before-load or load-end, found \"afterwards\""),
        arguments(
            "forecast and limit at once",
            "drain: {forecast: load-end, at-most-service-times: 3}",
            "expect[0].drain.forecast: at-most-service-times already says how long the drain may"
                + " be; remove the key"),
        arguments(
            "more than everything",
            "worked-off-for-nobody: {at-least: 120%}",
            "expect[0].worked-off-for-nobody.at-least: expected a share from 0% to 100%, such as"
                + " 5%, found \"120%\""),
        arguments(
            "empty interval",
            "worked-off-for-nobody: {at-least: 80%, at-most: 8%}",
            "expect[0].worked-off-for-nobody: at-least is more than at-most; swap them"),
        arguments(
            "counter that does not exist",
            "counter-error: {counter: seconds, at-most: 1%}",
            "expect[0].counter-error.counter: expected nanoseconds, ticks or reference, found"
                + " \"seconds\""),
        arguments(
            "at a limit that is not there",
            "plateau: at-limit",
            "expect[0]: the target has no limit; give it one, such as cpus: 0.5, below target:"),
        arguments(
            "exception that does not exist",
            "counter-error: {counter: ticks, at-most: 1%, unless: idle}",
            "expect[0].counter-error.unless: expected below-resolution, found \"idle\""),
        arguments(
            "shape without a window",
            "shape: {windows: [], scrapes: [15s], phases: 2}",
            "expect[0].shape.windows: expected a list of durations, such as [30s, 1m], found an"
                + " empty list"),
        arguments(
            "no limit",
            "worked-off-for-nobody: {}",
            "expect[0].worked-off-for-nobody: expected at-least, at-most or both, found keys and"
                + " values"));
  }

  @Test
  void a_file_without_expectations_cannot_pass() {
    assertThatThrownBy(() -> read(ScenarioText.with("expect:\n  - cause: backlog", "expect: []")))
        .hasMessage(
            "mine.yaml:16: expect: expected a list of expectations, such as - cause: backlog, found"
                + " an empty list");
  }

  private static ScenarioFile read(String text) {
    return ScenarioReader.read(text, "mine.yaml", "mine");
  }
}
