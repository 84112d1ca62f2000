package ratelab.experiments.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** Targets for tests. */
public final class Targets {
  private Targets() {}

  /** A sample app that works on everything it is sent, itself, with all processors. */
  public static Target app(
      Platform platform,
      Concurrency concurrency,
      Work work,
      Duration sleep,
      Duration cpu,
      int threads,
      AcceptPolicy accept) {
    return new Target(
        platform,
        concurrency,
        work,
        sleep,
        cpu,
        threads,
        accept,
        Admission.ALL,
        0,
        OptionalDouble.empty(),
        Optional.empty());
  }

  /** The same target, working on other requests. */
  public static Target admitting(Target target, Admission admission) {
    return new Target(
        target.platform(),
        target.concurrency(),
        target.work(),
        target.sleep(),
        target.cpu(),
        target.threads(),
        target.accept(),
        admission,
        target.children(),
        target.cpus(),
        target.own());
  }
}
