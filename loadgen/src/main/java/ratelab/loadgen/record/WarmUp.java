package ratelab.loadgen.record;

/** How the generator was warmed before the run; nothing of it is in the run's figures. */
public sealed interface WarmUp {
  /** Not at all: the first figures are those of a cold JVM. */
  record Cold() implements WarmUp {}

  /** By loads before this one. */
  record Earlier() implements WarmUp {}

  /** On a server of its own, without any request to the target. */
  record OnLoopback(long requests, long nanos) implements WarmUp {}

  /** Against the target, as asked for. */
  record OnTarget(long requests, long nanos) implements WarmUp {}
}
