package ratelab.experiments.analysis.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ratelab.experiments.analysis.shape.ShapeComparison.Exactness;
import ratelab.experiments.analysis.shape.ShapeComparison.Line;
import ratelab.experiments.analysis.shape.ShapeComparison.Outcome;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.ScrapeGrid;

/** A minute's load, scraped every second; its curve returns much too late. */
class ShapeComparisonTest {
  private static final View VIEW =
      View.rate(new ScrapeGrid(0, Duration.ofSeconds(1)), Duration.ofSeconds(10), Dialect.V3);
  private static final CpuPulse PULSE =
      new CpuPulse(100_000, 101_000, 160_000, 161_000, 130_500, 0.1, 6, 0, Sway.NONE);

  @Test
  void a_miss_is_one_while_scrapes_are_on_their_grid() {
    assertThat(returned(new Exactness(66, 50, 0, 0, false, 0, 0)).outcome())
        .isEqualTo(Outcome.MISSES);
  }

  @Test
  void scrapes_that_jitter_by_more_than_a_twentieth_are_judged_by_no_grid() {
    assertThat(returned(new Exactness(66, 51, 0, 0, false, 0, 0)))
        .returns(Outcome.UNKNOWN, Line::outcome)
        .returns(
            "the scrapes jitter by more than a twentieth of their interval, and the forecast is for"
                + " scrapes on a grid: use a lower --speed",
            Line::reason);
  }

  @Test
  void samples_that_stand_for_a_slower_scrapers_are_on_its_grid() {
    assertThat(returned(new Exactness(66, 51, 0, 200, false, 0, 0)).outcome())
        .isEqualTo(Outcome.MISSES);
  }

  private static Line returned(Exactness exactness) {
    Shape late = new Shape(Map.of(Aspect.RETURN, 60.0));
    return ShapeComparison.of(VIEW, PULSE, late, exactness).lines().stream()
        .filter(line -> line.aspect() == Aspect.RETURN)
        .findFirst()
        .orElseThrow();
  }
}
