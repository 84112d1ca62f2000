package ratelab.experiments.report.chart;

import java.util.ArrayList;
import java.util.List;
import ratelab.experiments.report.markup.Decimal;
import ratelab.experiments.report.markup.Element;

/** The lines of a chart. */
final class Curves {
  private Curves() {}

  static List<Element> draw(List<Line> lines, Plot plot) {
    if (lines.stream().allMatch(l -> l.values().findAny().isEmpty())) {
      return List.of(
          Lettering.around(
              (plot.left() + plot.right()) / 2,
              (plot.top() + plot.bottom()) / 2,
              "label",
              "no data"));
    }
    List<Element> drawn = new ArrayList<>();
    for (Line line : lines) {
      drawn.add(
          Element.of("path", "line " + line.ink().cssClass() + " " + line.dash().cssClass())
              .with("d", Path.through(line.points(), plot)));
      if (line.dots()) {
        drawn.addAll(dots(line, plot));
      }
    }
    return drawn;
  }

  private static List<Element> dots(Line line, Plot plot) {
    return line.points().stream()
        .filter(p -> p.y().isPresent() && plot.x().contains(p.x()))
        .map(p -> dot(line, p.x(), p.y().getAsDouble(), plot))
        .toList();
  }

  private static Element dot(Line line, double x, double y, Plot plot) {
    String detail = line.name() + " at " + Decimal.upTo(x, 3) + " s: " + Decimal.significant(y, 5);
    return Element.of("circle", "dot " + line.ink().cssClass())
        .with("cx", plot.x().at(x))
        .with("cy", plot.y().at(y))
        .with("r", 3)
        .add(Element.of("title").text(detail));
  }
}
