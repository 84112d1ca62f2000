package ratelab.experiments.forecast;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import ratelab.experiments.scenario.Admission;
import ratelab.experiments.scenario.Disturbance;
import ratelab.experiments.scenario.Drop;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.Target;

/** How much work a target can have left when its load ends. */
public final class WorkLeft {
  private static final Duration UNBOUNDED = Duration.ofDays(365);

  private WorkLeft() {}

  /** A run as it goes on where the target ends or is restarted after the load. */
  public static BacklogRun of(Scenario scenario, BacklogRun run) {
    return end(scenario)
        .map(after -> run.endedAt(run.loadEndNanos() + after.toNanos()))
        .orElse(run);
  }

  /**
   * The longest time that a target can work on after the load, when all clients have gone: without
   * end, unless it ends itself, drops what nobody waits for, or has only so many wait.
   */
  static Duration most(Scenario scenario, Duration serviceTime) {
    Target target = scenario.target();
    Admission admission = target.admission();
    Duration undropped =
        admission.drop() == Drop.NEVER
            ? admission.queue().stream()
                .mapToObj(queue -> turns(queue, target.servers(), serviceTime))
                .findFirst()
                .orElse(UNBOUNDED)
            : serviceTime;
    return end(scenario).filter(end -> end.compareTo(undropped) < 0).orElse(undropped);
  }

  /** The requests under way, and after them those that wait. */
  private static Duration turns(int queue, int servers, Duration serviceTime) {
    return serviceTime.multipliedBy(1 + Math.ceilDiv(queue, servers));
  }

  /** How long after the load the target ends, if it does. */
  private static Optional<Duration> end(Scenario scenario) {
    return scenario.disturbances().stream()
        .filter(d -> d.act().endsTarget())
        .map(Disturbance::after)
        .min(Comparator.naturalOrder());
  }
}
