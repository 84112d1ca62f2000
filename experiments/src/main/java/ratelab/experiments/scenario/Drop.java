package ratelab.experiments.scenario;

/** Which requests a target leaves undone when their turn comes. */
public enum Drop {
  /** None: the target works for whoever has asked, gone or not. */
  NEVER,
  /** Those whose client has closed its connection. */
  GONE,
  /** Those whose deadline has passed; the load sends it with each request. */
  DEADLINE
}
