package ratelab.experiments.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import ratelab.experiments.report.chart.Line.Point;

class ChartTest {
  private static final Plot PLOT = new Plot(new Scale(0, 10, 0, 100), new Scale(0, 1, 50, 0));

  @Test
  void a_gap_interrupts_the_line_and_is_never_zero() {
    List<Point> points = List.of(at(0, 0.5), at(1, 1), gap(2), at(3, 1), at(4, 0));

    assertThat(Path.through(points, PLOT)).isEqualTo("M0 25L10 0M30 0L40 50");
  }

  @Test
  void a_point_alone_between_gaps_is_a_dot() {
    List<Point> points = List.of(gap(0), at(1, 1), gap(2), at(3, 0.5));

    assertThat(Path.through(points, PLOT)).isEqualTo("M10 0h0M30 25h0");
  }

  @Test
  void points_on_a_level_stretch_are_left_out() {
    List<Point> points = List.of(at(0, 1), at(1, 1), at(2, 1), at(3, 1), at(4, 0), at(5, 0));

    assertThat(Path.through(points, PLOT)).isEqualTo("M0 0L30 0L40 50L50 50");
  }

  @Test
  void a_chart_without_any_value_says_so() {
    assertThat(chart(List.of(gap(0), gap(10))).draw("c", "t", Size.NARROW).render())
        .contains(">no data</text>")
        .doesNotContain("NaN");
  }

  @Test
  void a_whole_chart() {
    String drawing =
        chart(List.of(at(0, 0), at(5, 2), gap(6), at(7, 2), at(10, 0)))
            .withBands(List.of(new Band(-0.1, 0.1, "idle band")))
            .withSpans(List.of(new Span(0, 4, "load", Ink.GREY)))
            .withStrips(List.of(new Strip(8, 9, "forecast", "back & done", Ink.BLUE)))
            .withMarks(
                List.of(
                    new Mark(4, "load <ends>", "at 4 s", Ink.GREY, Dash.SOLID),
                    new Mark(99, "outside", "never drawn", Ink.RED, Dash.SOLID)))
            .draw("rate-1s", "A \"chart\"", Size.NARROW)
            .render();

    assertThat(drawing).isEqualTo(Golden.read("chart.svg", drawing));
  }

  @Test
  void labels_of_marks_that_are_close_share_no_space() {
    List<Mark> marks =
        List.of(
            new Mark(5, "last work", "", Ink.RED, Dash.DASHED),
            new Mark(5.1, "back", "", Ink.GREEN, Dash.SOLID),
            new Mark(9.9, "at the edge", "", Ink.GREY, Dash.SOLID));

    assertThat(MarkRows.place(marks, PLOT.x()).height()).isEqualTo(2 * Lettering.ROW);
  }

  private static Chart chart(List<Point> points) {
    Line line = new Line("rate()", Ink.BLUE, Dash.SOLID, points);
    return Chart.of(
        "millicores",
        new Range(0, 10),
        Range.fromZero(line.values()),
        1_795_331_467_000L,
        List.of(line));
  }

  private static Point at(double x, double y) {
    return new Point(x, OptionalDouble.of(y));
  }

  private static Point gap(double x) {
    return new Point(x, OptionalDouble.empty());
  }
}
