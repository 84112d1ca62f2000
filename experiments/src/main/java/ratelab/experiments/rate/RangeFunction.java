package ratelab.experiments.rate;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The functions over a range of samples that the model evaluates. */
public enum RangeFunction {
  RATE,
  INCREASE,
  DELTA,
  IRATE,
  IDELTA,
  DERIV,
  RESETS,
  CHANGES;

  /**
   * Whether it says how much CPU was used; the others count what happened to the counter, whatever
   * its height.
   */
  public boolean measures() {
    return this != RESETS && this != CHANGES;
  }

  /** Those that say how much CPU was used. */
  public static List<RangeFunction> ofCpu() {
    return Stream.of(values()).filter(RangeFunction::measures).toList();
  }

  /** The name in PromQL. */
  public String promQl() {
    return name().toLowerCase(Locale.ROOT);
  }
}
