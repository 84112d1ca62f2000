package ratelab.experiments.report.chart;

import java.util.Locale;

/** How wide a picture is drawn. Text has one size, so a phone gets a drawing of its own. */
public enum Size {
  WIDE(960, 230, 56, 12),
  /** As wide, with its title above: a drawing in a file of its own. */
  TITLED(960, 230, 56, 12),
  NARROW(440, 200, 50, 6);

  private final int width;
  private final int plotHeight;
  private final int leftMargin;
  private final int timeTicks;

  Size(int width, int plotHeight, int leftMargin, int timeTicks) {
    this.width = width;
    this.plotHeight = plotHeight;
    this.leftMargin = leftMargin;
    this.timeTicks = timeTicks;
  }

  int width() {
    return width;
  }

  int plotHeight() {
    return plotHeight;
  }

  int leftMargin() {
    return leftMargin;
  }

  /** About how many labels fit along a time axis. */
  int timeTicks() {
    return timeTicks;
  }

  /** The CSS class of pictures of this size. */
  public String cssClass() {
    return name().toLowerCase(Locale.ROOT);
  }
}
