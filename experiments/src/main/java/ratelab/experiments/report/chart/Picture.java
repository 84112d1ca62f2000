package ratelab.experiments.report.chart;

import ratelab.experiments.report.markup.Element;

/** Something that can be drawn as SVG, deterministically: the same value gives the same bytes. */
public sealed interface Picture permits Chart, Bars {
  /**
   * The drawing, an {@code svg} element.
   *
   * @param name unique in the document; the drawing's ids begin with it
   * @param title what it shows, for screen readers
   */
  Element draw(String name, String title, Size size);
}
