package ratelab.loadgen.run;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import ratelab.loadgen.record.OwnCost;

/** Measures what a stretch of the program's life costs the program itself. */
final class OwnCostMeter {
  /** The processor clock ticks in hundredths of a second: shorter stretches would be noise. */
  private static final Duration SHORTEST = Duration.ofMillis(500);

  private final boolean withCollections;
  private final long begunNanos = System.nanoTime();
  private final Optional<Duration> cpuBefore = cpu();
  private final long pausesBefore;
  private final long pauseMillisBefore;

  /**
   * Begins now.
   *
   * @param withCollections whether to ask for collections too; loading what tells them takes some
   *     50 ms, too much for a short run
   */
  OwnCostMeter(boolean withCollections) {
    this.withCollections = withCollections;
    this.pausesBefore = withCollections ? pauses() : 0;
    this.pauseMillisBefore = withCollections ? pauseMillis() : 0;
  }

  /** What it was since the beginning. */
  OwnCost cost() {
    int processors = Runtime.getRuntime().availableProcessors();
    if (!withCollections) {
      return new OwnCost(
          cpuShare(processors), processors, OptionalLong.empty(), OptionalLong.empty());
    }
    return new OwnCost(
        cpuShare(processors),
        processors,
        OptionalLong.of(pauses() - pausesBefore),
        OptionalLong.of(Duration.ofMillis(pauseMillis() - pauseMillisBefore).toNanos()));
  }

  private OptionalDouble cpuShare(int processors) {
    double wallNanos = System.nanoTime() - begunNanos;
    Optional<Duration> cpuAfter = cpu();
    return wallNanos < SHORTEST.toNanos() || cpuBefore.isEmpty() || cpuAfter.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            cpuAfter.get().minus(cpuBefore.get()).toNanos() / wallNanos / processors);
  }

  private static Optional<Duration> cpu() {
    return ProcessHandle.current().info().totalCpuDuration();
  }

  private static long pauses() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
        .sum();
  }

  private static long pauseMillis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }
}
