package ratelab.experiments.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ratelab.experiments.analysis.shape.Aspect;
import ratelab.experiments.analysis.shape.CpuPulse;
import ratelab.experiments.analysis.shape.ShapeComparison;
import ratelab.experiments.analysis.shape.ShapeComparison.Line;
import ratelab.experiments.analysis.shape.ShapeComparison.Outcome;
import ratelab.experiments.analysis.shape.View;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.SimulatedLab;
import ratelab.experiments.lab.SimulatedWorld;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.ScrapeGrid;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.BuiltInScenarios;

class ShapesTest {
  private static final Recording RUN =
      new SimulatedLab(SimulatedWorld.asTheOriginal(3))
          .record(BuiltInScenarios.read("seed"), LabListener.SILENT);

  @Test
  void the_pulse_of_a_backlog_lasts_from_the_load_to_the_last_work() {
    CpuPulse pulse = Shapes.of(RUN).pulse().orElseThrow();

    assertThat(pulse.startMillis())
        .isCloseTo((double) RUN.marks().loadStartMillis(), within(15_000.0));
    double lastWork = RUN.handled().stream().mapToDouble(h -> h.endMillis()).max().orElseThrow();
    assertThat(pulse.endMillis()).isCloseTo(lastWork, within(15_000.0));
    assertThat(pulse.cores()).isCloseTo(0.0005, within(0.000_05));
  }

  @Test
  void no_view_of_it_misses_its_forecast() {
    Shapes shapes = Shapes.of(RUN);
    CpuPulse pulse = shapes.pulse().orElseThrow();
    List<String> missed = new ArrayList<>();
    for (Duration window : List.of(Duration.ofSeconds(30), Duration.ofMinutes(5))) {
      for (Duration interval : List.of(Duration.ofSeconds(15), Duration.ofSeconds(30))) {
        View view = View.rate(grid(shapes, interval), window, Dialect.V3);
        ShapeComparison comparison = shapes.compare(view, pulse);
        assertThat(comparison.lines()).isNotEmpty();
        comparison.lines().stream()
            .filter(l -> l.outcome() == Outcome.MISSES)
            .forEach(l -> missed.add(window + " " + interval + " " + l));
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void a_rise_that_a_young_counter_hides_is_unknown_with_the_reason() {
    Shapes shapes = Shapes.of(RUN);
    View view = View.rate(grid(shapes, Duration.ofSeconds(30)), Duration.ofMinutes(1), Dialect.V3);

    assertThat(shapes.compare(view, shapes.pulse().orElseThrow()).lines())
        .filteredOn(line -> line.aspect() == Aspect.RISE)
        .singleElement()
        .returns(Outcome.UNKNOWN, Line::outcome)
        .extracting(Line::reason)
        .asString()
        .startsWith("too young a counter");
  }

  @Test
  void an_idle_span_holds_no_pulse() {
    assertThat(
            Shapes.of(RUN)
                .pulse(RUN.marks().idleStartMillis(), RUN.marks().calibrationStartMillis()))
        .isEqualTo(Optional.empty());
  }

  private static ScrapeGrid grid(Shapes shapes, Duration interval) {
    return interval.equals(Duration.ofSeconds(15))
        ? shapes.recordedGrid()
        : shapes.grid(interval, Duration.ofSeconds(2));
  }
}
