package ratelab.experiments.scenario;

/** How a target works on several requests. */
public enum Concurrency {
  /** One request at a time, as an event loop with a blocking handler. */
  SINGLE,
  /** A fixed number of threads, each blocked by its request. */
  POOL,
  /** A virtual thread a request. */
  VIRTUAL,
  /** No thread is blocked while a request waits. */
  ASYNC
}
