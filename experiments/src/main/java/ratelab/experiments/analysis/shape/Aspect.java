package ratelab.experiments.analysis.shape;

/** What can be said of the shape that a pulse of CPU leaves on a curve. */
public enum Aspect {
  /** From the pulse's start until the curve shows a twentieth of its height; seconds. */
  REACTION("reaction", "s"),
  /** From the pulse's start until the curve shows its height, less a twentieth; seconds. */
  RISE("rise", "s"),
  /** Mean of the curve while its window lies inside the pulse; cores above idle. */
  PLATEAU("plateau", "cores"),
  /** From the pulse's end until the curve stays within a twentieth of its height; seconds. */
  RETURN("return", "s"),
  /** Share of the instants at which the curve has a value. */
  VISIBLE("visibility", ""),
  /** The curve's peak, as a multiple of the highest true mean over a window. */
  OVERSHOOT("overshoot", ""),
  /** How far the curve's centre of gravity lies behind the pulse's; seconds. */
  LAG("lag", "s");

  private final String word;
  private final String unit;

  Aspect(String word, String unit) {
    this.word = word;
    this.unit = unit;
  }

  /** One word for tables and messages. */
  public String word() {
    return word;
  }

  /** The values' unit; empty for a plain number. */
  public String unit() {
    return unit;
  }
}
