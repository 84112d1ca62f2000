package ratelab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.BuiltInScenarios;

class FiguresTest {
  @Test
  void a_request_costs_what_the_target_spent_on_all_of_them_above_idle() {
    assertThat(Figures.of(play("decay/three-workers")).cpuSecondsPerRequest().orElseThrow())
        .isCloseTo(0.002, within(0.0001));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"decay/counter-reset", "decay/restarted", "scrape-health/exporter-restarted"})
  void what_a_request_costs_is_not_known_where_the_counter_began_anew(String scenario) {
    Recording run = play(scenario);

    assertThat(Figures.of(run).cpuSecondsPerRequest()).isEmpty();
    assertThat(RunFigures.of(run).figures())
        .filteredOn(figure -> figure.name().equals("CPU per request"))
        .singleElement()
        .satisfies(figure -> assertThat(figure.value()).isEmpty());
  }

  /** A recording tells what was done to it; the samples alone tell it, too. */
  @Test
  void a_fall_in_the_samples_is_enough() {
    Recording reset = play("decay/counter-reset").with().disturbed(List.of()).build();

    assertThat(Figures.of(reset).cpuSecondsPerRequest()).isEmpty();
  }

  private static Recording play(String scenario) {
    return new SimulatedLab(SimulatedWorld.asTheOriginal(1))
        .record(BuiltInScenarios.read(scenario), LabListener.SILENT);
  }
}
