package ratelab.experiments.report.chart;

import ratelab.experiments.report.markup.Element;

/** Text in drawings. Its width is estimated: no font is read, so that every host draws the same. */
final class Lettering {
  /** Height of a row of small text. */
  static final double ROW = 16;

  private static final double CHARACTER = 6.2;

  private Lettering() {}

  /** About how wide a text in 11 px is. */
  static double width(String text) {
    return text.codePointCount(0, text.length()) * CHARACTER;
  }

  /** Text that begins at x. */
  static Element from(double x, double y, String cssClass, String text) {
    return text(x, y, cssClass, text);
  }

  /** Text that ends at x. */
  static Element upTo(double x, double y, String cssClass, String text) {
    return text(x, y, cssClass + " end", text);
  }

  /** Text around x. */
  static Element around(double x, double y, String cssClass, String text) {
    return text(x, y, cssClass + " middle", text);
  }

  private static Element text(double x, double y, String cssClass, String text) {
    return Element.of("text", cssClass).with("x", x).with("y", y).text(text);
  }
}
