package ratelab.experiments.report.chart;

import java.util.List;
import ratelab.experiments.report.markup.Element;

/** Draws one chart: legend, labels of marks, strips and the plot from top to bottom. */
final class ChartDrawing {
  private static final double RIGHT_MARGIN = 14;
  private static final double AXIS_HEIGHT = 50;

  private final Chart chart;
  private final Size size;
  private final Scale x;
  private final List<Mark> marks;
  private final List<Strip> strips;

  ChartDrawing(Chart chart, Size size) {
    this.chart = chart;
    this.size = size;
    Range time = chart.time();
    x = new Scale(time.low(), time.high(), size.leftMargin(), size.width() - RIGHT_MARGIN);
    marks = chart.marks().stream().filter(m -> x.contains(m.x())).toList();
    strips =
        chart.strips().stream()
            .filter(s -> s.to() >= time.low() && s.from() <= time.high())
            .toList();
  }

  Element draw(String name, String title) {
    Legend legend = Legend.of(chart.unit(), chart.lines(), chart.bands(), size);
    MarkRows labels = MarkRows.place(marks, x);
    double labelsTop = legend.height() + 4;
    double stripsTop = labelsTop + labels.height();
    double plotTop = stripsTop + strips.size() * Lettering.ROW + 6;
    Plot plot =
        new Plot(
            x,
            new Scale(
                chart.values().low(), chart.values().high(), plotTop + size.plotHeight(), plotTop));
    return frame(name, title, plot)
        .addAll(legend.draw())
        .addAll(Shades.spans(chart.spans(), plot))
        .addAll(Shades.bands(chart.bands(), plot))
        .addAll(new Axes(plot, size, chart.zeroMillis()).draw())
        .addAll(Curves.draw(chart.lines(), plot))
        .addAll(StripRows.draw(strips, plot, stripsTop))
        .addAll(labels.draw(plot, labelsTop));
  }

  private Element frame(String name, String title, Plot plot) {
    double height = plot.bottom() + AXIS_HEIGHT;
    return Drawing.frame(title, size, height)
        .with("data-figure", name)
        .with("data-plot", plot.box())
        .with(
            "data-time",
            Math.round(chart.time().low() * 1000) + " " + Math.round(chart.time().high() * 1000));
  }
}
