package ratelab.experiments.report.chart;

import java.util.List;
import ratelab.experiments.report.markup.Element;

/**
 * Stacked bars of seconds, one below the other.
 *
 * @param bars from top to bottom; the first one is drawn larger
 */
public record Bars(List<Bar> bars) implements Picture {
  public Bars {
    bars = List.copyOf(bars);
  }

  /**
   * One bar.
   *
   * @param label what it stands for
   * @param parts its seconds in words
   * @param segments its parts, drawn in this order
   */
  public record Bar(String label, String parts, List<Segment> segments) {
    public Bar {
      segments = List.copyOf(segments);
    }
  }

  /**
   * One part of a bar.
   *
   * @param name what it is, for the legend
   * @param from seconds
   * @param to seconds
   * @param label short text inside, left out where it does not fit
   * @param ink its colour
   */
  public record Segment(String name, double from, double to, String label, Ink ink) {}

  @Override
  public Element draw(String name, String title, Size size) {
    return new BarsDrawing(this, size).draw(title);
  }
}
