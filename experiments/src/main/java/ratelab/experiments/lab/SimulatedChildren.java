package ratelab.experiments.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import ratelab.experiments.forecast.BacklogRun;
import ratelab.experiments.scenario.Target;

/**
 * The processes that a simulated target starts: they compute from birth to death, and each request
 * has them one after the other. The exporter sees of them what its scrapes find alive; a group
 * without processes ends, and with it its counter.
 */
final class SimulatedChildren {
  private record Child(double bornMillis, double deadMillis) {}

  private final List<Child> children = new ArrayList<>();
  private double counted;
  private double lastMillis = Double.NEGATIVE_INFINITY;

  SimulatedChildren(Target target, long loadStartMillis, List<BacklogRun.Work> works) {
    double lifeMillis = target.cpu().toNanos() / 1e6;
    for (BacklogRun.Work work : works) {
      double start = loadStartMillis + work.startNanos() / 1e6;
      for (int i = 0; i < target.children(); i++) {
        children.add(new Child(start + i * lifeMillis, start + (i + 1) * lifeMillis));
      }
    }
  }

  /** The group's counter at a scrape; empty if none of them is alive. Scrapes go on in time. */
  OptionalDouble nanosAt(double timeMillis) {
    double seen = 0;
    boolean any = false;
    for (Child child : children) {
      if (child.bornMillis() <= timeMillis && timeMillis < child.deadMillis()) {
        any = true;
        seen += timeMillis - Math.max(child.bornMillis(), lastMillis);
      }
    }
    counted = any ? counted + seen * 1e6 : 0;
    lastMillis = timeMillis;
    return any ? OptionalDouble.of(counted) : OptionalDouble.empty();
  }
}
