package ratelab.experiments.report.chart;

import java.util.Locale;

/** The colours of marks: Okabe and Ito's set, which colour-blind people can tell apart. */
public enum Ink {
  BLUE,
  ORANGE,
  GREEN,
  PURPLE,
  RED,
  GREY;

  String cssClass() {
    return name().toLowerCase(Locale.ROOT);
  }
}
