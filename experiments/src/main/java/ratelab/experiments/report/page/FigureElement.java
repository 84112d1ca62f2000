package ratelab.experiments.report.page;

import java.util.List;
import ratelab.experiments.report.chart.Size;
import ratelab.experiments.report.figure.Figure;
import ratelab.experiments.report.markup.Element;

/** A figure in the page. */
final class FigureElement {
  private FigureElement() {}

  /** As wide as the page; a narrow screen shows its narrow drawing. */
  static Element wide(Figure figure) {
    Element drawings =
        Element.of("div", "both").add(draw(figure, Size.WIDE)).add(draw(figure, Size.NARROW));
    return element(figure, drawings);
  }

  /** Two beside each other where there is room; an odd last one is as wide as the page. */
  static Element pairs(List<Figure> figures) {
    Element all = Element.of("div");
    for (int i = 0; i + 1 < figures.size(); i += 2) {
      all.add(pair(figures.get(i), figures.get(i + 1)));
    }
    return figures.size() % 2 == 0 ? all : all.add(wide(figures.getLast()));
  }

  private static Element pair(Figure left, Figure right) {
    return Element.of("div", "pair")
        .add(element(left, draw(left, Size.NARROW)))
        .add(element(right, draw(right, Size.NARROW)));
  }

  private static Element element(Figure figure, Element drawing) {
    return Element.of("figure")
        .add(Element.of("h3").text(figure.title()))
        .add(drawing)
        .add(Element.of("figcaption").text(figure.caption()));
  }

  private static Element draw(Figure figure, Size size) {
    return figure.picture().draw(figure.name(), figure.title(), size);
  }
}
