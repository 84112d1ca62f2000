package ratelab.experiments.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The model against the query engine of the promtool on PATH, on random series.
 *
 * <p>The seed is printed; {@code -Dratelab.seed=N} repeats a run.
 */
class PromtoolDifferentialTest {
  private static final int CASES = 100;
  private static final int QUESTIONS_EACH = 60;

  @TempDir Path directory;

  @Test
  void the_model_answers_as_the_installed_prometheus_does_to_the_last_bit() throws Exception {
    Promtool promtool = Promtool.locate();
    String version = promtool.version(directory);
    Dialect dialect = Dialect.ofVersion(version);
    long seed = Long.getLong("ratelab.seed", new Random().nextLong());
    List<RateCase> cases =
        new RandomCases(seed, Duration.ofMinutes(8)).cases(CASES, QUESTIONS_EACH);

    List<String> differences = differences(cases, dialect, promtool.answers(cases, directory));

    System.out.printf(
        "rate model against promtool %s: %d queries, %d differences, seed %d%n",
        version, CASES * QUESTIONS_EACH, differences.size(), seed);
    assertThat(differences).as("seed %d", seed).isEmpty();
  }

  private static List<String> differences(
      List<RateCase> cases, Dialect dialect, List<String> answers) {
    List<String> differences = new ArrayList<>();
    int next = 0;
    for (RateCase rateCase : cases) {
      for (RateCase.Question question : rateCase.questions()) {
        String theirs = RateCase.printed(answers.get(next++));
        String ours = rateCase.printedAnswer(dialect, question);
        if (!ours.equals(theirs)) {
          differences.add(question + ": promtool " + theirs + ", model " + ours);
        }
      }
    }
    return differences;
  }
}
