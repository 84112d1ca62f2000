package ratelab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import ratelab.experiments.analysis.shape.Aspect;
import ratelab.experiments.analysis.shape.CpuPulse;
import ratelab.experiments.analysis.shape.Sway;
import ratelab.experiments.analysis.shape.View;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.RangeFunction;
import ratelab.experiments.rate.RangeModifier;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.ScrapeGrid;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.SeriesId;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.BuiltInScenarios;

/** A pulse of 0.1 cores seen every 15 s: the counter is young below 0.1 x 15 s x 1.1 = 1.65 s. */
class YoungCounterTest {
  private static final CpuPulse PULSE =
      new CpuPulse(100_000, 101_000, 160_000, 161_000, 130_500, 0.1, 6, 0, Sway.NONE);
  private static final YoungCounter YOUNG = new YoungCounter(1.64);
  private static final YoungCounter GROWN = new YoungCounter(1.66);

  @ParameterizedTest
  @EnumSource(names = {"REACTION", "RISE"})
  void a_young_counter_hides_how_the_curve_begins(Aspect aspect) {
    assertThat(YOUNG.hides(aspect, view(RangeFunction.RATE), PULSE)).isTrue();
    assertThat(YOUNG.hides(aspect, view(RangeFunction.INCREASE), PULSE)).isTrue();
    assertThat(GROWN.hides(aspect, view(RangeFunction.RATE), PULSE)).isFalse();
  }

  /** Its mean over two minutes is 6 s / 120 s: young below 0.05 x 15 s x 1.1 = 0.825 s. */
  @Test
  void it_hides_the_peak_of_a_window_that_is_longer_than_the_pulse() {
    View minute = view(RangeFunction.RATE);
    View longer =
        new View(
            minute.grid(),
            Duration.ofMinutes(2),
            RangeFunction.RATE,
            RangeModifier.PLAIN,
            Dialect.V3);

    assertThat(new YoungCounter(0.82).hides(Aspect.OVERSHOOT, longer, PULSE)).isTrue();
    assertThat(new YoungCounter(0.83).hides(Aspect.OVERSHOOT, longer, PULSE)).isFalse();
    assertThat(new YoungCounter(0.82).hides(Aspect.OVERSHOOT, minute, PULSE)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"REACTION", "RISE"})
  void it_hides_nothing_else(Aspect aspect) {
    assertThat(YOUNG.hides(aspect, view(RangeFunction.RATE), PULSE)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"RATE", "INCREASE", "RESETS", "CHANGES"})
  void functions_that_do_not_stop_at_zero_are_not_affected(RangeFunction function) {
    assertThat(YOUNG.hides(Aspect.RISE, view(function), PULSE)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "PLAIN")
  void ranges_that_do_not_extrapolate_are_not_affected(RangeModifier modifier) {
    assertThat(YOUNG.hides(Aspect.RISE, view(RangeFunction.RATE, modifier), PULSE)).isFalse();
  }

  @Test
  void its_age_is_what_all_series_of_the_target_had_counted_when_the_pulse_began() {
    Recording run =
        new SimulatedLab(SimulatedWorld.asTheOriginal(1))
            .record(BuiltInScenarios.read("seed"), LabListener.SILENT);
    Signal signal = Signal.of(run);
    String metric = signal.counter().metric();
    String group = run.info().targetGroup();

    Recording recording =
        with(
            run,
            series(metric, group, "user", 0.25, 0.5, 9),
            series(metric, group, "system", 0.125, 0.25, 9),
            series(metric, group + "-other", "user", 100, 100, 100),
            series("other_metric", group, "user", 100, 100, 100));

    assertThat(YoungCounter.of(recording, signal, PULSE)).isEqualTo(new YoungCounter(0.75));
  }

  @Test
  void a_counter_that_was_not_seen_before_the_pulse_had_counted_nothing() {
    Recording run =
        new SimulatedLab(SimulatedWorld.asTheOriginal(1))
            .record(BuiltInScenarios.read("seed"), LabListener.SILENT);

    assertThat(YoungCounter.of(with(run), Signal.of(run), PULSE)).isEqualTo(new YoungCounter(0));
  }

  /**
   * Two samples before the pulse, the second in the instant after which it began, and one after.
   */
  private static Series series(String metric, String group, String mode, double... values) {
    return new Series(
        SeriesId.of(metric, Map.of("groupname", group, "mode", mode)),
        List.of(
            new Sample(85_000, values[0]),
            new Sample(100_000, values[1]),
            new Sample(115_000, values[2])));
  }

  private static View view(RangeFunction function) {
    return view(function, RangeModifier.PLAIN);
  }

  private static View view(RangeFunction function, RangeModifier modifier) {
    Duration interval = Duration.ofSeconds(15);
    return new View(
        new ScrapeGrid(0, interval), Duration.ofSeconds(60), function, modifier, Dialect.V3);
  }

  private static Recording with(Recording run, Series... series) {
    return run.with().series(List.of(series)).build();
  }
}
