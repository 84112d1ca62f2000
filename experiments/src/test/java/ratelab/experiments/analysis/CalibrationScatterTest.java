package ratelab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import ratelab.experiments.forecast.Forecaster;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.BuiltInScenarios;

/** 153 requests of 5 s are worked off in a row, and the forecast may miss by 46 s: 0.3 s each. */
class CalibrationScatterTest {
  private static final Recording SEED =
      new SimulatedLab(SimulatedWorld.asTheOriginal(1))
          .record(BuiltInScenarios.read("seed"), LabListener.SILENT);

  @Test
  void service_times_that_are_alike_bear_a_forecast() {
    assertThat(doubt(5_005, 5_020, 5_400)).isEmpty();
  }

  /** The median does not know it. */
  @Test
  void one_that_took_long_does_no_harm() {
    assertThat(doubt(5_030, 5_050, 7_650)).isEmpty();
  }

  @Test
  void service_times_that_are_not_do_not() {
    assertThat(doubt(5_310, 6_010, 6_270))
        .contains(
            "The calibration's requests took 5.310 to 6.270 s, too unlike one another to forecast"
                + " from: look what else the machine does, or use a lower --speed.");
  }

  private static Optional<String> doubt(long... millis) {
    List<Duration> calibration = LongStream.of(millis).mapToObj(Duration::ofMillis).toList();
    Recording run =
        new Recording(
            SEED.scenario(),
            SEED.info(),
            SEED.marks(),
            calibration,
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
    return new CalibrationScatter(run)
        .doubt(new Forecaster(SEED.scenario(), calibration).beforeLoad(0, 0));
  }
}
