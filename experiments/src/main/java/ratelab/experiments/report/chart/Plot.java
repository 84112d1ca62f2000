package ratelab.experiments.report.chart;

/**
 * Where a chart's curves lie in its drawing.
 *
 * @param x seconds to coordinates
 * @param y values to coordinates
 */
record Plot(Scale x, Scale y) {
  double left() {
    return x.atLow();
  }

  double right() {
    return x.atHigh();
  }

  double top() {
    return y.atHigh();
  }

  double bottom() {
    return y.atLow();
  }

  double height() {
    return bottom() - top();
  }

  /** The plot's rectangle as {@code left top width height}, for the cross-hair. */
  String box() {
    return "%s %s %s %s"
        .formatted(
            Math.round(left()),
            Math.round(top()),
            Math.round(right() - left()),
            Math.round(height()));
  }
}
