package ratelab.loadgen.plan;

import java.time.Duration;

/** How the generator gets warm before the load. */
public sealed interface WarmUpChoice {
  /** Not at all. */
  record None() implements WarmUpChoice {}

  /** Loads before this one have done it. */
  record Done() implements WarmUpChoice {}

  /** On a server of its own. */
  record OnLoopback(Duration length) implements WarmUpChoice {}

  /** With requests to the target that are not counted. */
  record OnTarget(Duration length) implements WarmUpChoice {}
}
