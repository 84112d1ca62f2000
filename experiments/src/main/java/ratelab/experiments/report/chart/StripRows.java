package ratelab.experiments.report.chart;

import java.util.ArrayList;
import java.util.List;
import ratelab.experiments.report.markup.Element;

/** Intervals of time, each in a row above the plot, with a light shade down through the plot. */
final class StripRows {
  private static final double LEAST_WIDTH = 3;

  private StripRows() {}

  static List<Element> draw(List<Strip> strips, Plot plot, double top) {
    List<Element> drawn = new ArrayList<>();
    for (int row = 0; row < strips.size(); row++) {
      drawn.add(row(strips.get(row), plot, top + row * Lettering.ROW));
    }
    return drawn;
  }

  private static Element row(Strip strip, Plot plot, double rowTop) {
    double from = plot.x().at(strip.from());
    double width = Math.max(LEAST_WIDTH, plot.x().at(strip.to()) - from);
    double barTop = rowTop + 4;
    return Element.of("g", "strip " + strip.ink().cssClass())
        .add(Element.of("title").text(strip.detail()))
        .add(rect("shade", from, barTop, width, plot.bottom() - barTop))
        .add(rect("bar", from, barTop, width, 8))
        .add(label(strip.label(), plot, from, from + width, rowTop + 12));
  }

  private static Element rect(String cssClass, double x, double y, double width, double height) {
    return Element.of("rect", cssClass)
        .with("x", x)
        .with("y", y)
        .with("width", width)
        .with("height", height);
  }

  private static Element label(String text, Plot plot, double from, double to, double y) {
    return from - Lettering.width(text) - 6 >= plot.left()
        ? Lettering.upTo(from - 6, y, "label", text)
        : Lettering.from(to + 6, y, "label", text);
  }
}
