package ratelab.experiments.rate;

import java.util.Locale;

/** The functions over a range of samples that the model evaluates. */
public enum RangeFunction {
  RATE,
  INCREASE,
  DELTA,
  IRATE,
  IDELTA,
  DERIV;

  /** The name in PromQL. */
  public String promQl() {
    return name().toLowerCase(Locale.ROOT);
  }
}
