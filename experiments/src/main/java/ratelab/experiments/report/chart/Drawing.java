package ratelab.experiments.report.chart;

import ratelab.experiments.report.markup.Decimal;
import ratelab.experiments.report.markup.Element;

/** The {@code svg} element that every drawing begins with. */
final class Drawing {
  private Drawing() {}

  static Element frame(String title, Size size, double height) {
    return Element.of("svg", "drawing " + size.cssClass())
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("viewBox", "0 0 " + size.width() + " " + Decimal.upTo(height, 0))
        .with("role", "img")
        .with("aria-label", title);
  }
}
