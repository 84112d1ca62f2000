package ratelab.experiments.rate;

/** How a release of Prometheus evaluates range functions; releases differ at the window's edges. */
public enum Dialect {
  /** Up to 2.50: closed windows; the zero clamp comes before the limit at the left edge. */
  V2_42,
  /** 2.51 to 2.55: closed windows; the limit comes before the zero clamp. */
  V2_51,
  /** From 3.0: windows are open at their left end; otherwise as 2.51. */
  V3
}
