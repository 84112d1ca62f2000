package ratelab.experiments.report.chart;

import java.util.Locale;

/** How a line is drawn: what tells lines apart where colours do not. */
public enum Dash {
  SOLID,
  DASHED,
  DOTTED;

  String cssClass() {
    return name().toLowerCase(Locale.ROOT);
  }
}
