package ratelab.experiments.report.chart;

import java.util.List;
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
    return lines.stream().map(l -> line(l, plot)).toList();
  }

  private static Element line(Line line, Plot plot) {
    return Element.of("path", "line " + line.ink().cssClass() + " " + line.dash().cssClass())
        .with("d", Path.through(line.points(), plot));
  }
}
