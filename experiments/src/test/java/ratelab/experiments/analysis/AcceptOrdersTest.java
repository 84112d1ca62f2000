package ratelab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RunInfo;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.ForecastStage;

class AcceptOrdersTest {
  private static final Recording SEED =
      new SimulatedLab(SimulatedWorld.asTheOriginal(1))
          .record(BuiltInScenarios.read("seed"), LabListener.SILENT);

  @ParameterizedTest
  @CsvSource({
    "1.44.2, false",
    "1.45.0, true",
    "1.46.0, true",
    "1.51, true",
    "2.0.0-dev, true",
    "'', false",
    "unknown, false"
  })
  void libuv_takes_one_connection_a_turn_since_1_45(String version, boolean one) {
    assertThat(AcceptOrders.takesOneATurn(version)).isEqualTo(one);
  }

  /** The published run of the original, on libuv 1.46, had 9 answers; others had 3 to 11. */
  @Test
  void on_such_a_libuv_the_answers_lie_between_both_orders() {
    assertThat(words(Map.of("uv", "1.46.0"))).isEqualTo("3 to 10");
    assertThat(words(Map.of("uv", "1.44.2"))).isEqualTo("3 to 3");
    assertThat(words(Map.of())).isEqualTo("3 to 3");
  }

  private static String words(Map<String, String> versions) {
    RunInfo info = SEED.info();
    Recording run =
        new Recording(
            SEED.scenario(),
            new RunInfo(
                info.id(),
                info.lab(),
                info.targetGroup(),
                versions,
                info.cpus(),
                info.clockTicksPerSecond(),
                info.dialect()),
            SEED.marks(),
            SEED.calibration(),
            SEED.forecasts(),
            SEED.series(),
            SEED.scrapeFailures(),
            SEED.load(),
            SEED.attempts(),
            SEED.handled(),
            SEED.cpuReadings(),
            SEED.oracle(),
            SEED.declined(),
            SEED.disturbed(),
            SEED.abandoned());
    var answered =
        AcceptOrders.answered(run, run.forecast(ForecastStage.BEFORE_LOAD).orElseThrow());
    assertThat(AcceptOrders.areUndecided(run)).isEqualTo(answered.getMin() != answered.getMax());
    return answered.getMin() + " to " + answered.getMax();
  }
}
