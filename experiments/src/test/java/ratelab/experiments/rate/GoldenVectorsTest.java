package ratelab.experiments.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The model against answers that promtool 2.42 once gave, so that no promtool is needed.
 *
 * <p>To make the file anew (with a promtool 2.42 on PATH): {@code mvn -pl experiments -am
 * -Dtest=GoldenVectorsTest -Dsurefire.failIfNoSpecifiedTests=false -Dratelab.update=true test}.
 */
class GoldenVectorsTest {
  private static final long SEED = 20_260_930;
  private static final int CASES = 20;
  private static final int QUESTIONS_EACH = 15;

  @TempDir Path directory;

  @Test
  void three_hundred_answers_of_promtool_are_met_to_the_last_bit() throws Exception {
    if (Boolean.getBoolean("ratelab.update")) {
      makeVectors();
    }
    RateVectors vectors = RateVectors.read();
    List<String> theirs = vectors.answers().stream().map(RateCase::printed).toList();
    List<String> ours = new ArrayList<>();
    for (RateCase rateCase : vectors.cases()) {
      rateCase.questions().forEach(q -> ours.add(rateCase.printedAnswer(Dialect.V2_42, q)));
    }

    assertThat(theirs).hasSize(CASES * QUESTIONS_EACH);
    assertThat(ours).isEqualTo(theirs);
  }

  private void makeVectors() throws Exception {
    Promtool promtool = Promtool.locate();
    String version = promtool.version(directory);
    assertThat(Dialect.ofVersion(version)).isEqualTo(Dialect.V2_42);
    List<RateCase> cases =
        new RandomCases(SEED, Duration.ofSeconds(150)).cases(CASES, QUESTIONS_EACH);
    new RateVectors(cases, promtool.answers(cases, directory)).write(version);
  }
}
