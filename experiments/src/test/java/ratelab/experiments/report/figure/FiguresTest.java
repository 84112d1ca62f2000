package ratelab.experiments.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.SeriesId;
import ratelab.experiments.recording.Marks;
import ratelab.experiments.report.SmallRun;
import ratelab.experiments.report.chart.Bars;
import ratelab.experiments.report.chart.Bars.Bar;
import ratelab.experiments.report.chart.Bars.Segment;
import ratelab.experiments.report.chart.Chart;
import ratelab.experiments.report.chart.Ink;
import ratelab.experiments.report.chart.Line.Point;
import ratelab.experiments.report.chart.Mark;
import ratelab.experiments.report.chart.Range;
import ratelab.experiments.report.chart.Strip;

class FiguresTest {
  private static final Analysis RETURNED =
      SmallRun.analysis(SmallRun.returned(), List.of(), List.of());
  private static final Analysis LOST = SmallRun.analysis(SmallRun.lost(), List.of(), List.of());

  @Test
  void a_negative_phase_lies_under_the_drain_and_is_explained() {
    Figure causes = Figures.of(RETURNED, SmallRun.recording()).causes().orElseThrow();

    assertThat(causes.picture())
        .isEqualTo(
            new Bars(
                List.of(
                    new Bar(
                        "window 30s: back after 712.1 s",
                        "711.0 s drain − 13.9 s scrape phase + 15.0 s window",
                        List.of(
                            new Segment(
                                "drain: worked off for nobody", 0, 711, "711.0 s", Ink.ORANGE),
                            new Segment(
                                "drain under the window's tail",
                                711 - 13.9,
                                711,
                                "13.9 s",
                                Ink.RED),
                            new Segment("rate window", 711, 712.1, "1.1 s", Ink.BLUE))))));
    assertThat(causes.caption()).contains("A negative phase is no mistake");
  }

  @Test
  void a_curve_shows_load_last_work_and_return() {
    Chart chart = chart(RETURNED);

    assertThat(chart.marks())
        .extracting(Mark::label, Mark::x)
        .containsExactly(
            tuple("load begins", 0.0),
            tuple("load ends", 65.0),
            tuple("last work", 776.0),
            tuple("back", 777.1));
    assertThat(chart.strips()).extracting(Strip::label).containsExactly("derived from the samples");
  }

  @Test
  void a_curve_that_did_not_return_has_no_mark_for_it_no_bar_and_no_close_up() {
    Figures figures = Figures.of(LOST, SmallRun.recording());

    assertThat(chart(LOST).marks()).extracting(Mark::label).doesNotContain("back");
    assertThat(figures.causes()).isEmpty();
    assertThat(figures.closeUp()).isEmpty();
  }

  @Test
  void without_a_nanosecond_counter_the_ticks_stand_alone() {
    assertThat(Figures.of(RETURNED, SmallRun.recording()).counters())
        .extracting(Figure::name)
        .containsExactly("counter-ticks");
  }

  @Test
  void a_run_that_ended_at_once_spans_a_second() {
    RunClock clock = new RunClock(new Marks(5000, 5000, 5000, 5000, 5000, 5000));

    assertThat(clock.whole()).isEqualTo(new Range(0, 1));
  }

  @Test
  void a_sample_that_is_no_number_is_a_gap() {
    Series series =
        new Series(
            SeriesId.of("m", Map.of()), List.of(new Sample(0, Double.NaN), new Sample(1000, 2)));
    RunClock clock = new RunClock(new Marks(0, 0, 0, 0, 0, 0));

    assertThat(clock.points(series, 10))
        .containsExactly(new Point(0, OptionalDouble.empty()), new Point(1, OptionalDouble.of(20)));
  }

  private static Chart chart(Analysis analysis) {
    return (Chart) Figures.of(analysis, SmallRun.recording()).rates().getFirst().picture();
  }
}
