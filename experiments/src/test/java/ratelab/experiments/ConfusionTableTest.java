package ratelab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Cause;
import ratelab.experiments.scenario.Expectation;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.Words;

/**
 * The true cause beside the one that is named, over every variant that has one: at any scrape phase
 * and at several speeds. The scenario is used to score, and nothing else.
 */
class ConfusionTableTest {
  private static final int SEEDS = 50;
  private static final double[] SPEEDS = {1, 10, 20};
  private static final Path README = Path.of("README.md");

  /** As the README orders them. */
  private static final List<Cause> COLUMNS =
      List.of(
          Cause.BACKLOG,
          Cause.WINDOW_ONLY,
          Cause.RESTARTED,
          Cause.EXITED,
          Cause.MISSED_SCRAPE,
          Cause.COUNTER_RESET,
          Cause.UNKNOWN);

  /** The runs of one true cause. */
  private static final class Row {
    private final Map<Cause, Integer> named = new EnumMap<>(Cause.class);
    private int variants;
  }

  @Test
  void the_cause_that_is_named_is_the_true_one_as_the_readme_shows() throws IOException {
    Map<Cause, Row> table = new EnumMap<>(Cause.class);
    for (Scenario nominal : judged()) {
      for (Expectation expectation : nominal.expectations()) {
        if (expectation instanceof Expectation.CauseIs is) {
          play(
              nominal.withExpectations(List.of(is)),
              table.computeIfAbsent(is.cause(), _ -> new Row()));
        }
      }
    }

    String lines = markdown(table);
    System.out.println(lines);
    assertThat(offTheDiagonal(table))
        .as("causes that were named instead of the true one")
        .isEmpty();
    assertThat(lines).as("the table, as " + README + " shows it").isEqualTo(inReadme());
  }

  /** Where the samples are in doubt no cause is named. */
  private static List<Scenario> judged() {
    return BuiltInScenarios.list().stream()
        .filter(
            scenario ->
                scenario.expectations().stream()
                    .noneMatch(Expectation.Inconclusive.class::isInstance))
        .toList();
  }

  private static void play(Scenario nominal, Row row) {
    row.variants++;
    for (double speed : SPEEDS) {
      IntStream.range(0, SEEDS)
          .mapToObj(seed -> named(nominal.at(speed), seed))
          .forEach(cause -> row.named.merge(cause, 1, Integer::sum));
    }
  }

  private static Cause named(Scenario scenario, int seed) {
    Recording recording =
        new SimulatedLab(SimulatedWorld.asTheOriginal(seed)).record(scenario, LabListener.SILENT);
    return Analyst.analyse(recording).cause();
  }

  private static List<String> offTheDiagonal(Map<Cause, Row> table) {
    List<String> wrong = new ArrayList<>();
    table.forEach(
        (truth, row) ->
            row.named.forEach(
                (named, runs) -> {
                  if (named != truth) {
                    wrong.add(runs + " x " + named + " instead of " + truth);
                  }
                }));
    return wrong;
  }

  private static String markdown(Map<Cause, Row> table) {
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            Stream.concat(
                Stream.of("true cause", "variants"),
                COLUMNS.stream().map(ConfusionTableTest::code))));
    lines.add("|---".repeat(COLUMNS.size() + 2) + "|");
    table.forEach(
        (truth, row) ->
            lines.add(
                line(
                    Stream.concat(
                        Stream.of(code(truth), "" + row.variants),
                        COLUMNS.stream()
                            .map(c -> row.named.containsKey(c) ? "" + row.named.get(c) : "·")))));
    return String.join("\n", lines);
  }

  private static String line(Stream<String> cells) {
    return cells.collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String code(Cause cause) {
    return "`" + Words.of(cause) + "`";
  }

  private static String inReadme() throws IOException {
    return Files.readAllLines(README).stream()
        .dropWhile(line -> !line.startsWith("| true cause |"))
        .takeWhile(line -> line.startsWith("|"))
        .collect(Collectors.joining("\n"));
  }
}
