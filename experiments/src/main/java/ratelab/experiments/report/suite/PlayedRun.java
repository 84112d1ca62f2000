package ratelab.experiments.report.suite;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Expectation;
import ratelab.experiments.scenario.Scenario;

/**
 * A run of a suite that was played to its end.
 *
 * @param recording what it left
 * @param analysis what is said of it
 * @param report its own report, relative to the combined one; empty where there is none
 */
public record PlayedRun(Recording recording, Analysis analysis, String report) {
  Scenario scenario() {
    return recording.scenario();
  }

  /** The experiment's name: {@code decay} of {@code decay/restarted}. */
  String experiment() {
    return scenario().name().split("/", 2)[0];
  }

  /** Which of the experiment's variants; empty where it has one only. */
  String variant() {
    String[] name = scenario().name().split("/", 2);
    return name.length > 1 ? name[1] : "";
  }

  /** Its name where all runs beside it are of the same experiment. */
  String shortName() {
    return variant().isEmpty() ? experiment() : variant();
  }

  /** How long the target worked on after the load; empty if its last work was not seen. */
  Optional<Duration> drain() {
    OptionalLong lastWork = analysis.lastWorkMillis();
    return lastWork.isPresent()
        ? Optional.of(
            Duration.ofMillis(
                Math.max(0, lastWork.getAsLong() - recording.marks().loadEndMillis())))
        : Optional.empty();
  }

  /** Whether no real target took part. */
  boolean isSimulated() {
    return recording.info().lab().equals("simulated");
  }

  /** Whether the scenario has an expectation of a kind. */
  boolean expects(Class<? extends Expectation> kind) {
    return expectations(kind).findAny().isPresent();
  }

  /** The scenario's expectations of a kind. */
  <E extends Expectation> Stream<E> expectations(Class<E> kind) {
    return scenario().expectations().stream().filter(kind::isInstance).map(kind::cast);
  }
}
