package ratelab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.recording.OracleResult;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Expectation;

/** Thirty children that live for half the scrape interval. */
class ChildrenVerdictsTest {
  private static final Recording HALF =
      new SimulatedLab(SimulatedWorld.asTheOriginal(1))
          .record(BuiltInScenarios.read("short-lived/half"), LabListener.SILENT);

  @Test
  void one_scraper_misses_three_quarters() {
    assertThat(forecast(Optional.empty())).isEqualTo("74.8 %");
  }

  /** With both together at one phase as much, with both half an interval apart a half. */
  @Test
  void beside_a_real_prometheus_the_exporter_is_looked_at_by_two() {
    assertThat(
            forecast(
                Optional.of(new OracleResult("2.42.0", 1, 0, List.of(), List.of(), List.of()))))
        .isEqualTo("49.5 % to 74.8 %, by the phase of Prometheus' scrapes");
  }

  private static String forecast(Optional<OracleResult> oracle) {
    Recording run =
        new Recording(
            HALF.scenario(),
            HALF.info(),
            HALF.marks(),
            HALF.calibration(),
            HALF.forecasts(),
            HALF.series(),
            HALF.scrapeFailures(),
            HALF.load(),
            HALF.attempts(),
            HALF.handled(),
            HALF.cpuReadings(),
            oracle,
            HALF.declined(),
            HALF.disturbed(),
            HALF.abandoned());
    return Analyst.judge(run, new Expectation.ChildrenMissedAsDerived()).getFirst().forecast();
  }
}
