package ratelab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.SeriesId;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.BuiltInScenarios;

/** Scrapes every 15 s; the last before the calibration is made 10 ms before it. */
class IdleGapsTest {
  private static final Recording SEED =
      new SimulatedLab(SimulatedWorld.asTheOriginal(1))
          .record(BuiltInScenarios.read("seed"), LabListener.SILENT);
  private static final long CALIBRATION = SEED.marks().calibrationStartMillis();
  private static final long LAST = CALIBRATION - 10;

  @Test
  void a_scrape_that_was_answered_before_the_calibration_shows_the_idle_target() {
    assertThat(gaps(0.009)).containsExactly(gap(LAST - 30_000), gap(LAST - 15_000));
  }

  /** What it read may be the first request's. */
  @Test
  void one_that_was_still_under_way_when_the_calibration_began_does_not() {
    assertThat(gaps(0.088)).containsExactly(gap(LAST - 30_000));
  }

  private static CounterTrack.Gap gap(long fromMillis) {
    return new CounterTrack.Gap(fromMillis, fromMillis + 15_000, 1);
  }

  private static List<CounterTrack.Gap> gaps(double lastTookSeconds) {
    List<Sample> cpu =
        List.of(new Sample(LAST - 30_000, 0), new Sample(LAST - 15_000, 15), new Sample(LAST, 30));
    Series durations =
        new Series(
            SeriesId.of(ScrapeTimes.DURATION, Map.of()),
            List.of(
                new Sample(LAST - 30_000, 0.5),
                new Sample(LAST - 15_000, 0.5),
                new Sample(LAST, lastTookSeconds)));
    return IdleGaps.of(
        new Recording(
            SEED.scenario(),
            SEED.info(),
            SEED.marks(),
            SEED.calibration(),
            SEED.forecasts(),
            List.of(durations),
            SEED.scrapeFailures(),
            SEED.load(),
            SEED.attempts(),
            SEED.handled(),
            SEED.cpuReadings(),
            SEED.oracle(),
            SEED.declined(),
            SEED.disturbed(),
            SEED.abandoned()),
        new CounterTrack(cpu));
  }
}
