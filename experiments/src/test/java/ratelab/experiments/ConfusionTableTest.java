package ratelab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
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

/**
 * The true cause beside the one that is named, over every variant that has one: at any scrape phase
 * and at several speeds. The scenario is used to score, and nothing else.
 */
class ConfusionTableTest {
  private static final int SEEDS = 50;
  private static final double[] SPEEDS = {1, 10, 20};

  private record Named(Cause truth, Cause named) implements Comparable<Named> {
    @Override
    public int compareTo(Named other) {
      int byTruth = truth.compareTo(other.truth);
      return byTruth != 0 ? byTruth : named.compareTo(other.named);
    }
  }

  @Test
  void the_cause_that_is_named_is_the_true_one() {
    Map<Named, Integer> table = new TreeMap<>();
    Map<Named, Integer> wrong = new TreeMap<>();
    for (Scenario nominal : judged()) {
      for (Expectation expectation : nominal.expectations()) {
        if (expectation instanceof Expectation.CauseIs is) {
          Scenario alone = nominal.withExpectations(List.of(is));
          for (double speed : SPEEDS) {
            IntStream.range(0, SEEDS)
                .mapToObj(seed -> new Named(is.cause(), named(alone.at(speed), seed)))
                .forEach(
                    named -> {
                      table.merge(named, 1, Integer::sum);
                      if (named.truth() != named.named()) {
                        wrong.merge(named, 1, Integer::sum);
                      }
                    });
          }
        }
      }
    }

    print(table);
    assertThat(wrong).as("true cause and the cause that was named instead").isEmpty();
    assertThat(table.keySet())
        .extracting(Named::truth)
        .as("causes that the catalogue has runs of")
        .contains(
            Cause.BACKLOG,
            Cause.WINDOW_ONLY,
            Cause.RESTARTED,
            Cause.EXITED,
            Cause.MISSED_SCRAPE,
            Cause.COUNTER_RESET);
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

  /** The README shows these lines. */
  private static void print(Map<Named, Integer> table) {
    table.forEach(
        (key, count) ->
            System.out.printf("%-14s named %-14s %4d%n", key.truth(), key.named(), count));
  }

  private static Cause named(Scenario scenario, int seed) {
    Recording recording =
        new SimulatedLab(SimulatedWorld.asTheOriginal(seed)).record(scenario, LabListener.SILENT);
    return Analyst.analyse(recording).cause();
  }
}
