package ratelab.experiments.report.chart;

import java.util.ArrayList;
import java.util.List;
import ratelab.experiments.report.markup.Element;

/** What lies behind the curves: stretches of time and ranges of values. */
final class Shades {
  private Shades() {}

  static List<Element> spans(List<Span> spans, Plot plot) {
    List<Element> drawn = new ArrayList<>();
    for (Span span : spans) {
      double from = plot.x().at(span.from());
      double width = plot.x().at(span.to()) - from;
      if (width <= 0) {
        continue;
      }
      drawn.add(
          Element.of("rect", "span " + span.ink().cssClass())
              .with("x", from)
              .with("y", plot.top())
              .with("width", width)
              .with("height", plot.height()));
      if (width > Lettering.width(span.label()) + 8) {
        drawn.add(Lettering.around(from + width / 2, plot.top() + 14, "span-label", span.label()));
      }
    }
    return drawn;
  }

  static List<Element> bands(List<Band> bands, Plot plot) {
    return bands.stream().map(b -> band(b, plot)).toList();
  }

  /** At least two pixels high: a band without spread is still seen. */
  private static Element band(Band band, Plot plot) {
    double top = plot.y().at(band.high());
    return Element.of("rect", "band")
        .with("x", plot.left())
        .with("y", top)
        .with("width", plot.right() - plot.left())
        .with("height", Math.max(2, plot.y().at(band.low()) - top));
  }
}
