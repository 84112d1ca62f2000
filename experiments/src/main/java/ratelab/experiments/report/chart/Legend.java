package ratelab.experiments.report.chart;

import java.util.ArrayList;
import java.util.List;
import ratelab.experiments.report.markup.Element;

/** The chart's unit and the names of its lines, in as many rows as they need. */
final class Legend {
  private static final double SWATCH = 22;
  private static final double SPACE = 16;

  private final List<Element> drawn = new ArrayList<>();
  private final double right;
  private final double left;
  private double x;
  private double rowTop;

  private Legend(Size size) {
    left = 4;
    right = size.width();
    x = left;
  }

  static Legend of(String unit, List<Line> lines, List<Band> bands, Size size) {
    Legend legend = new Legend(size);
    legend.drawn.add(Lettering.from(legend.x, 12, "unit", unit));
    legend.x += Lettering.width(unit) * 1.08 + SPACE;
    lines.forEach(legend::line);
    bands.forEach(legend::band);
    return legend;
  }

  double height() {
    return rowTop + Lettering.ROW;
  }

  List<Element> draw() {
    return List.copyOf(drawn);
  }

  private void line(Line line) {
    reserve(line.name());
    drawn.add(
        Element.of("path", "line " + line.ink().cssClass() + " " + line.dash().cssClass())
            .with("d", Path.straight(x, rowTop + 8, x + SWATCH - 4)));
    name(line.name());
  }

  private void band(Band band) {
    reserve(band.label());
    drawn.add(
        Element.of("rect", "band")
            .with("x", x)
            .with("y", rowTop + 2)
            .with("width", SWATCH - 4)
            .with("height", 12));
    name(band.label());
  }

  private void reserve(String name) {
    if (x > left && x + SWATCH + Lettering.width(name) > right) {
      x = left;
      rowTop += Lettering.ROW;
    }
  }

  private void name(String name) {
    drawn.add(Lettering.from(x + SWATCH, rowTop + 12, "label", name));
    x += SWATCH + Lettering.width(name) + SPACE;
  }
}
