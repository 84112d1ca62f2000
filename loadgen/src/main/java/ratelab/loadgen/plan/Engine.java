package ratelab.loadgen.plan;

/** What carries the requests. */
public enum Engine {
  /** OkHttp: everything that can be asked for. */
  OKHTTP,
  /** Our own HTTP/1.1: high rates at little CPU. */
  WIRE,
  /** {@link #WIRE} where it does what is asked for, else {@link #OKHTTP}. */
  AUTO
}
