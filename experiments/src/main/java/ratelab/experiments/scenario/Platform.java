package ratelab.experiments.scenario;

/** What the target runs on. */
public enum Platform {
  JAVALIN,
  NODE
}
