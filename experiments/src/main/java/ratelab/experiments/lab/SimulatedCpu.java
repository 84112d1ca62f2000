package ratelab.experiments.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import ratelab.experiments.forecast.BacklogRun;

/**
 * The CPU time of a simulated target: some at each request's start, the rest at its end, and idle
 * noise.
 */
final class SimulatedCpu {
  private static final double SHARE_AT_START = 0.7;

  private record Spent(double timeMillis, double cpuNanos) {}

  private final List<Spent> spent = new ArrayList<>();
  private final double idleCores;
  private final Random random;
  private int next;
  private double workNanos;
  private double idleNanos;
  private double idleUntilMillis;

  SimulatedCpu(
      Duration cpuPerRequest,
      double idleCores,
      long loadStartMillis,
      List<BacklogRun.Work> works,
      Random random) {
    this.idleCores = idleCores;
    this.random = random;
    double perRequest = cpuPerRequest.toNanos();
    for (BacklogRun.Work work : works) {
      spent.add(new Spent(loadStartMillis + work.startNanos() / 1e6, perRequest * SHARE_AT_START));
      spent.add(
          new Spent(loadStartMillis + work.endNanos() / 1e6, perRequest * (1 - SHARE_AT_START)));
    }
    spent.sort(Comparator.comparingDouble(Spent::timeMillis));
  }

  /** CPU time spent up to an instant; instants must not go back. */
  double nanosAt(long timeMillis) {
    while (next < spent.size() && spent.get(next).timeMillis() <= timeMillis) {
      workNanos += spent.get(next++).cpuNanos();
    }
    return workNanos + idleNanosAt(timeMillis);
  }

  private double idleNanosAt(long timeMillis) {
    if (idleUntilMillis > 0) {
      double noise = Math.max(0, 1 + random.nextGaussian() / 5);
      idleNanos += (timeMillis - idleUntilMillis) * 1e6 * idleCores * noise;
    }
    idleUntilMillis = timeMillis;
    return idleNanos;
  }
}
