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

  /** Two beside each other where there is room. */
  static Element pair(List<Figure> figures) {
    Element pair = Element.of("div", "pair");
    figures.forEach(f -> pair.add(element(f, draw(f, Size.NARROW))));
    return pair;
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
