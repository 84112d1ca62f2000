package ratelab.experiments.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratelab.experiments.Node;
import ratelab.experiments.report.style.Scripts;

/** The report's script against promtool's answers and against the model, to the last bit. */
class ScriptAgainstModelTest {
  private static final long SEED = 20_261_128;
  private static final int CASES = 300;
  private static final int QUESTIONS_EACH = 15;

  @TempDir Path directory;

  @Test
  void the_script_meets_three_hundred_answers_of_promtool_to_the_last_bit() throws Exception {
    RateVectors vectors = RateVectors.read();
    List<String> lines =
        vectors.cases().stream().map(c -> line(c.series(), c.questions(), Dialect.V2_42)).toList();

    assertThat(vectors.answers()).hasSize(300);
    assertThat(script(lines))
        .isEqualTo(
            vectors.answers().stream()
                .map(a -> a.equals("nil") ? a : hex(Double.parseDouble(a)))
                .toList());
  }

  @Test
  void the_script_gives_the_models_doubles_in_every_dialect() throws Exception {
    List<RateCase> cases =
        new RandomCases(SEED, Duration.ofSeconds(150)).cases(CASES, QUESTIONS_EACH);
    List<String> lines = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    for (Dialect dialect : Dialect.values()) {
      for (RateCase rateCase : cases) {
        lines.add(line(rateCase.series(), rateCase.questions(), dialect));
        rateCase.questions().forEach(q -> answers.add(hex(rateCase.answer(dialect, q))));
      }
    }

    assertThat(answers).hasSize(CASES * QUESTIONS_EACH * Dialect.values().length);
    assertThat(answers.stream().filter(a -> !a.equals("nil")).count()).isGreaterThan(12_000);
    assertThat(script(lines)).isEqualTo(answers);
  }

  @Test
  void the_script_gives_the_models_doubles_over_anchored_and_smoothed_ranges() throws Exception {
    List<String> lines = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    for (RateCase plain :
        new RandomCases(SEED + 1, Duration.ofSeconds(150)).cases(CASES, QUESTIONS_EACH)) {
      List<RateCase.Question> questions =
          plain.questions().stream().flatMap(ScriptAgainstModelTest::extended).toList();
      lines.add(line(plain.series(), questions, Dialect.V3));
      questions.forEach(q -> answers.add(hex(plain.answer(Dialect.V3, q))));
    }

    assertThat(answers).hasSizeGreaterThan(3_000);
    assertThat(answers.stream().filter(a -> !a.equals("nil")).count()).isGreaterThan(2_000);
    assertThat(script(lines)).isEqualTo(answers);
  }

  /** The same question over each range that reaches beyond its window, where one may be asked. */
  private static Stream<RateCase.Question> extended(RateCase.Question question) {
    RangeQuery plain = question.query();
    return Stream.of(RangeModifier.ANCHORED, RangeModifier.SMOOTHED)
        .filter(modifier -> modifier.allows(plain.function()))
        .map(
            modifier ->
                new RateCase.Question(
                    new RangeQuery(
                        plain.metric(),
                        plain.groupname(),
                        plain.function(),
                        plain.window(),
                        modifier),
                    question.timeMillis()));
  }

  /** The samples lie 15 s apart from 0 s on; {@code _} is a missed one. */
  @ParameterizedTest(name = "{1} {2} of {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 5 8 11 14                           | increase | 60000 | 20000  | 3      | 4
          2 5 8 11 14                           | increase | 60000 | 35000  | 6      | 7
          100 100 115 130 130 130               | rate     | 30000 | 60000  | 0.5    | 0.5
          100 100 115 130 130 130               | rate     | 30000 | 59000  | 1      | 0.5333333333333333
          100 100 115 130 130 130               | rate     | 15000 | 46000  | 1      | 0.9333333333333333
          10 20 5 15                            | increase | 60000 | 50000  | 25     | 25
          10 20 5 15                            | delta    | 60000 | 50000  | 5      | 5
          100 115 130 145 _ 175 190 205 220 235 | rate     | 60000 | 74000  | 0.75   | 1
          100 115 130 145 _ 175 190 205 220 235 | rate     | 30000 | 61000  | 0.5    | 1
          0.1 0.11 0.11 0.13 0.13 0.13          | rate     | 60000 | 65000  | 5.0E-4 | 4.444444444444445E-4
          """)
  void anchored_and_smoothed_ranges_reach_for_the_samples_beyond_their_edges(
      String samples, String function, long window, long time, double anchored, double smoothed)
      throws Exception {
    List<String> times = new ArrayList<>();
    List<String> values = new ArrayList<>();
    List<String> words = List.of(samples.split(" ", -1));
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).equals("_")) {
        times.add(Long.toString(i * 15_000L));
        values.add(words.get(i));
      }
    }
    String line =
        "{\"series\":[%s],\"questions\":%s}"
            .formatted(
                array(Stream.of(array(times.stream()), array(values.stream()))),
                array(
                    Stream.of("anchored", "smoothed")
                        .map(
                            m ->
                                "[\"V3\",\"%s\",\"%s\",%s,%s]"
                                    .formatted(function, m, window, time))));

    assertThat(script(List.of(line))).containsExactly(hex(anchored), hex(smoothed));
  }

  private List<String> script(List<String> lines) throws IOException, InterruptedException {
    Path cases = Files.write(directory.resolve("cases.jsonl"), lines);
    return Node.locate(directory).run(Scripts.model() + "\n" + harness(), cases);
  }

  private static String harness() throws IOException {
    try (var in =
        ScriptAgainstModelTest.class.getResourceAsStream(
            "/ratelab/experiments/report/bench/print-answers.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String line(
      List<Series> series, List<RateCase.Question> questions, Dialect dialect) {
    return "{\"series\":%s,\"questions\":%s}"
        .formatted(
            array(series.stream().map(ScriptAgainstModelTest::columns)),
            array(questions.stream().map(q -> question(q, dialect))));
  }

  private static String columns(Series series) {
    List<Sample> kept = series.samples().stream().filter(s -> !s.isStale()).toList();
    return array(
        Stream.of(
            array(kept.stream().map(s -> Long.toString(s.timestampMillis()))),
            array(kept.stream().map(s -> Double.toString(s.value())))));
  }

  private static String question(RateCase.Question question, Dialect dialect) {
    return "[\"%s\",\"%s\",\"%s\",%s,%s]"
        .formatted(
            dialect,
            question.query().function().promQl(),
            question.query().modifier().word(),
            question.query().window().toMillis(),
            question.timeMillis());
  }

  private static String array(Stream<String> values) {
    return values.collect(Collectors.joining(",", "[", "]"));
  }

  private static String hex(OptionalDouble answer) {
    return answer.isPresent() ? hex(answer.getAsDouble()) : "nil";
  }

  private static String hex(double value) {
    return Long.toHexString(Double.doubleToRawLongBits(value));
  }
}
