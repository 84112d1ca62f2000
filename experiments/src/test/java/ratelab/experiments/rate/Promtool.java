package ratelab.experiments.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ratelab.experiments.RequiredTools;

/**
 * Asks {@code promtool test rules} for the answers of a real query engine.
 *
 * <p>Each question is a unit test whose expectation never holds, so that promtool prints what it
 * got in the shortest form that reads back to the same double.
 */
final class Promtool {
  private static final Pattern GOT =
      Pattern.compile("got:(?: nil|\\{[^}]*\\} (\\S+)| \\{[^}]*\\} (\\S+))");

  private static final Pattern VERSION = Pattern.compile("version (\\S+)");

  private final Path program;

  private Promtool(Path program) {
    this.program = program;
  }

  /** The promtool on PATH; without one the calling test is skipped, or fails if it is required. */
  static Promtool locate() {
    return new Promtool(RequiredTools.locate("promtool", "prometheus"));
  }

  /** Its release, such as {@code 2.42.0+ds}. */
  String version(Path directory) throws Exception {
    Matcher version = VERSION.matcher(run(directory, "--version"));
    assertThat(version.find()).as("promtool --version names a version").isTrue();
    return version.group(1);
  }

  /** The answers to all questions of all cases, in order: a number, or {@code nil}. */
  List<String> answers(List<RateCase> cases, Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("cases.yml"), unitTests(cases));
    String output = run(directory, "test", "rules", file.toString());
    List<String> answers =
        GOT.matcher(output)
            .results()
            .map(match -> match.group(1) != null ? match.group(1) : match.group(2))
            .map(number -> number == null ? "nil" : number)
            .toList();
    int questions = cases.stream().mapToInt(c -> c.questions().size()).sum();
    assertThat(answers).as(output.lines().limit(9).toList().toString()).hasSize(questions);
    return answers;
  }

  private String run(Path directory, String... arguments) throws IOException, InterruptedException {
    Path output = directory.resolve("output.txt");
    ProcessBuilder builder = new ProcessBuilder(program.toString());
    builder.command().addAll(List.of(arguments));
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("promtool did not end within 60 s");
    }
    return Files.readString(output);
  }

  /** promtool loads samples up to the last multiple of evaluation_interval: so it is the grid. */
  private static String unitTests(List<RateCase> cases) {
    StringBuilder yaml = new StringBuilder("evaluation_interval: 500ms\ntests:\n");
    for (RateCase rateCase : cases) {
      yaml.append("- interval: 500ms\n  input_series:\n");
      for (Series series : rateCase.series()) {
        yaml.append("  - {series: '%s', values: '%s'}\n".formatted(series.id(), values(series)));
      }
      yaml.append("  promql_expr_test:\n");
      for (RateCase.Question question : rateCase.questions()) {
        yaml.append(
            "  - {expr: '%s', eval_time: %dms, exp_samples: [{labels: '{zz=\"1\"}', value: 0}]}\n"
                .formatted(question.query().promQl(), question.timeMillis()));
      }
    }
    return yaml.toString();
  }

  private static String values(Series series) {
    StringBuilder values = new StringBuilder();
    long next = 0;
    for (Sample sample : series.samples()) {
      long missing = (sample.timestampMillis() - next) / RandomSamples.GRID_MILLIS;
      if (missing > 0) {
        values.append("_x").append(missing).append(' ');
      }
      values.append(value(sample)).append(' ');
      next = sample.timestampMillis() + RandomSamples.GRID_MILLIS;
    }
    return values.toString().strip();
  }

  private static String value(Sample sample) {
    return sample.isStale() ? "stale" : BigDecimal.valueOf(sample.value()).toPlainString();
  }
}
