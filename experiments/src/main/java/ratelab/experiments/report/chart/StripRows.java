package ratelab.experiments.report.chart;

import java.util.ArrayList;
import java.util.List;
import ratelab.experiments.report.markup.Element;

/** Intervals of time, each in a row above the plot. */
final class StripRows {
  private static final double LEAST_WIDTH = 3;
  private static final double SPACE = 6;

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
    return Element.of("g", "strip " + strip.ink().cssClass())
        .add(Element.of("title").text(strip.detail()))
        .add(
            Element.of("rect", "bar")
                .with("x", from)
                .with("y", rowTop + 4)
                .with("width", width)
                .with("height", 8))
        .add(label(strip.label(), plot, from, from + width, rowTop + 12));
  }

  /** Left of the bar, right of it, or on it, cut out of it: wherever there is room. */
  private static Element label(String text, Plot plot, double from, double to, double y) {
    double width = Lettering.width(text) + SPACE;
    if (from - width >= 0) {
      return Lettering.upTo(from - SPACE, y, "label", text);
    }
    if (to + width <= plot.right()) {
      return Lettering.from(to + SPACE, y, "label", text);
    }
    return Element.of("g")
        .add(
            Element.of("rect", "paper")
                .with("x", from + SPACE)
                .with("y", y - 10)
                .with("width", width + SPACE)
                .with("height", 12))
        .add(Lettering.from(from + 2 * SPACE, y, "label", text));
  }
}
