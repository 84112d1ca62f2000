package ratelab.experiments.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts beside this test, in Prometheus' own test notation, one a dialect. */
class PromqlScriptTest {
  private static final Pattern QUERY =
      Pattern.compile("(\\w+)\\((\\w+)\\[(\\w+)](?: (anchored|smoothed))?\\)");

  static Stream<Arguments> evals() throws IOException {
    return Stream.of(
            script("closed-windows.test", Dialect.V2_42),
            script("closed-windows-from-2.51.test", Dialect.V2_51),
            script("closed-windows-from-2.51.test", Dialect.V2_54),
            script("left-open-windows.test", Dialect.V3),
            script("extended-ranges.test", Dialect.V3))
        .flatMap(s -> s);
  }

  private static Stream<Arguments> script(String name, Dialect dialect) throws IOException {
    try (InputStream in = PromqlScriptTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      return PromqlScript.read(lines).stream().map(e -> Arguments.of(name, dialect, e));
    }
  }

  @ParameterizedTest(name = "{0} in {1}, {2}")
  @MethodSource("evals")
  void the_model_answers_as_the_script_says(
      String script, Dialect dialect, PromqlScript.Eval eval) {
    if (eval.failure().isPresent()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> answers(dialect, eval))
          .withMessage(eval.failure().get());
    } else {
      assertThat(answers(dialect, eval)).as(script).isEqualTo(eval.expected());
    }
  }

  /** By labels; a series without any answer has no line, as in Prometheus. */
  private static Map<String, List<OptionalDouble>> answers(
      Dialect dialect, PromqlScript.Eval eval) {
    Matcher query = QUERY.matcher(eval.query());
    assertThat(query.matches()).as(eval.query()).isTrue();
    Duration window = PromqlValue.duration(query.group(3));
    Steps steps =
        eval.steps().orElseGet(() -> new Steps(eval.startMillis(), eval.startMillis(), window));
    Map<String, List<OptionalDouble>> answers = new LinkedHashMap<>();
    for (Series series : eval.series()) {
      RangeQuery asked =
          new RangeQuery(
              query.group(2),
              series.id().label("groupname"),
              RangeFunction.valueOf(query.group(1).toUpperCase(Locale.ROOT)),
              window,
              query.group(4) == null
                  ? RangeModifier.PLAIN
                  : RangeModifier.valueOf(query.group(4).toUpperCase(Locale.ROOT)));
      Curve curve = new RateModel(dialect).curve(asked, List.of(series), steps);
      List<OptionalDouble> values = curve.points().stream().map(Curve.Point::value).toList();
      if (asked.selects(series.id()) && values.stream().anyMatch(OptionalDouble::isPresent)) {
        answers.put(PromqlScript.labels(series.id()), values);
      }
    }
    return answers;
  }
}
