package ratelab.experiments.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import ratelab.experiments.forecast.BacklogRun;
import ratelab.experiments.forecast.CpuLimit;

/**
 * The CPU time of a simulated target: some at each request's start, the rest at its end (under a
 * limit a share in each period), what its restarts take, and idle noise.
 */
final class SimulatedCpu {
  private static final double SHARE_AT_START = 0.7;

  /** What a start takes; as a JVM does. */
  private static final double START_NANOS = 0.4e9;

  private record Spent(double timeMillis, double cpuNanos) {}

  private final List<Spent> spent;
  private final double[] upToNanos;
  private final double idleCores;
  private final Random random;
  private double idleNanos;
  private double idleUntilMillis;

  /**
   * @param restartsMillis when the target was started anew
   */
  SimulatedCpu(
      Duration cpuPerRequest,
      Optional<CpuLimit> limit,
      double idleCores,
      long loadStartMillis,
      List<BacklogRun.Work> works,
      List<Long> restartsMillis,
      Random random) {
    this.idleCores = idleCores;
    this.random = random;
    List<Spent> all = new ArrayList<>();
    for (BacklogRun.Work work : works) {
      double start = loadStartMillis + work.startNanos() / 1e6;
      double end = loadStartMillis + work.endNanos() / 1e6;
      all.addAll(
          limit.isPresent()
              ? shares(cpuPerRequest, start, end)
              : atBothEnds(cpuPerRequest, start, end));
    }
    for (long restart : restartsMillis) {
      all.add(new Spent(restart + SimulatedTimes.TARGET_START.toMillis() / 2.0, START_NANOS));
    }
    all.sort(Comparator.comparingDouble(Spent::timeMillis));
    this.spent = all;
    this.upToNanos = new double[all.size() + 1];
    for (int i = 0; i < all.size(); i++) {
      upToNanos[i + 1] = upToNanos[i] + all.get(i).cpuNanos();
    }
  }

  private static List<Spent> atBothEnds(Duration cpu, double startMillis, double endMillis) {
    return List.of(
        new Spent(startMillis, cpu.toNanos() * SHARE_AT_START),
        new Spent(endMillis, cpu.toNanos() * (1 - SHARE_AT_START)));
  }

  /** Under a limit each period has as much as any other. */
  private static List<Spent> shares(Duration cpu, double startMillis, double endMillis) {
    double periodMillis = CpuLimit.PERIOD.toMillis();
    int periods = (int) Math.max(1, Math.round((endMillis - startMillis) / periodMillis));
    double apart = (endMillis - startMillis) / periods;
    return IntStream.rangeClosed(1, periods)
        .mapToObj(i -> new Spent(startMillis + i * apart, (double) cpu.toNanos() / periods))
        .toList();
  }

  /** CPU time spent up to an instant; instants must not go back. */
  double nanosAt(long timeMillis) {
    return workNanosAt(timeMillis) + idleNanosAt(timeMillis);
  }

  /** CPU time spent on work and starts up to an instant, and while idle so far. */
  double soFarNanosAt(long timeMillis) {
    return workNanosAt(timeMillis) + idleNanos;
  }

  private double workNanosAt(long timeMillis) {
    int low = 0;
    int high = spent.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spent.get(middle).timeMillis() <= timeMillis) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return upToNanos[low];
  }

  private double idleNanosAt(long timeMillis) {
    if (idleUntilMillis > 0) {
      double noise = Math.max(0, 1 + random.nextGaussian() / 5);
      idleNanos += Math.max(0, timeMillis - idleUntilMillis) * 1e6 * idleCores * noise;
    }
    idleUntilMillis = timeMillis;
    return idleNanos;
  }
}
