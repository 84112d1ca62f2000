package ratelab.experiments.report.chart;

import ratelab.experiments.report.markup.Decimal;
import ratelab.experiments.report.markup.Element;

/** The {@code svg} element that every drawing begins with. */
final class Drawing {
  private static final int TITLE_HEIGHT = 28;

  private Drawing() {}

  /** A title lies above the drawing's own coordinates, which begin at 0. */
  static Element frame(String title, Size size, double height) {
    Element svg =
        Element.of("svg", "drawing " + size.cssClass())
            .with("xmlns", "http://www.w3.org/2000/svg")
            .with("viewBox", viewBox(size, height))
            .with("role", "img")
            .with("aria-label", title);
    return size == Size.TITLED ? svg.add(paper(size, height)).add(heading(title)) : svg;
  }

  private static String viewBox(Size size, double height) {
    int above = size == Size.TITLED ? TITLE_HEIGHT : 0;
    return "0 %s %s %s".formatted(-above, size.width(), Decimal.upTo(height + above, 0));
  }

  private static Element paper(Size size, double height) {
    return Element.of("rect", "paper")
        .with("y", -TITLE_HEIGHT)
        .with("width", size.width())
        .with("height", height + TITLE_HEIGHT);
  }

  private static Element heading(String title) {
    return Lettering.from(4, -TITLE_HEIGHT / 2.0 + 4, "heading", title);
  }
}
