package ratelab.experiments.report.chart;

import java.util.List;
import ratelab.experiments.report.markup.Element;

/**
 * Curves over time.
 *
 * @param unit what the y axis shows, with its unit
 * @param time the seconds that the x axis spans
 * @param values the values that the y axis spans
 * @param zeroMillis the instant of second 0, milliseconds since the epoch
 * @param lines the curves
 * @param bands ranges of values
 * @param spans stretches of time
 * @param strips intervals in rows above the plot
 * @param marks instants
 */
public record Chart(
    String unit,
    Range time,
    Range values,
    long zeroMillis,
    List<Line> lines,
    List<Band> bands,
    List<Span> spans,
    List<Strip> strips,
    List<Mark> marks)
    implements Picture {
  public Chart {
    lines = List.copyOf(lines);
    bands = List.copyOf(bands);
    spans = List.copyOf(spans);
    strips = List.copyOf(strips);
    marks = List.copyOf(marks);
  }

  /** A chart of lines alone. */
  public static Chart of(String unit, Range time, Range values, long zeroMillis, List<Line> lines) {
    return new Chart(
        unit, time, values, zeroMillis, lines, List.of(), List.of(), List.of(), List.of());
  }

  /** The same chart with bands. */
  public Chart withBands(List<Band> more) {
    return new Chart(unit, time, values, zeroMillis, lines, more, spans, strips, marks);
  }

  /** The same chart with spans. */
  public Chart withSpans(List<Span> more) {
    return new Chart(unit, time, values, zeroMillis, lines, bands, more, strips, marks);
  }

  /** The same chart with strips. */
  public Chart withStrips(List<Strip> more) {
    return new Chart(unit, time, values, zeroMillis, lines, bands, spans, more, marks);
  }

  /** The same chart with marks. */
  public Chart withMarks(List<Mark> more) {
    return new Chart(unit, time, values, zeroMillis, lines, bands, spans, strips, more);
  }

  @Override
  public Element draw(String name, String title, Size size) {
    return new ChartDrawing(this, size).draw(name, title);
  }
}
