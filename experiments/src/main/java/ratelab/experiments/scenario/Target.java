package ratelab.experiments.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The service under test.
 *
 * @param platform what it runs on
 * @param concurrency how it works on several requests
 * @param work what its handler does
 * @param sleep how long the handler sleeps
 * @param cpu CPU time that the handler spends beside its sleep
 * @param threads threads of a {@link Concurrency#POOL}
 * @param accept how it takes waiting connections
 * @param admission which requests it works on
 * @param children processes that a {@link Work#SPAWN} handler starts, one after the other; else 0
 * @param cpus processors that its container may use, such as 0.5; empty for no limit
 * @param own one's own service, in place of the sample app; nothing above is known of it then, but
 *     how many requests it works on at the same time if it says so
 */
public record Target(
    Platform platform,
    Concurrency concurrency,
    Work work,
    Duration sleep,
    Duration cpu,
    int threads,
    AcceptPolicy accept,
    Admission admission,
    int children,
    OptionalDouble cpus,
    Optional<OwnService> own) {
  /** One's own service; as a pool, if it is known how many requests it works on at once. */
  public static Target of(OwnService own) {
    return new Target(
        Platform.OWN,
        own.atOnce().isPresent() ? Concurrency.POOL : Concurrency.VIRTUAL,
        Work.SLEEP,
        Duration.ZERO,
        Duration.ZERO,
        own.atOnce().orElse(TargetReader.DEFAULT_THREADS),
        AcceptPolicy.ALL,
        Admission.ALL,
        0,
        OptionalDouble.empty(),
        Optional.of(own));
  }

  /** Whether it is a user's own image, which only containers can run. */
  public boolean isImage() {
    return own.filter(service -> service.source() instanceof OwnService.Image).isPresent();
  }

  /** How many requests it can work on at the same time; very many for virtual and async. */
  public int servers() {
    return switch (concurrency) {
      case SINGLE -> 1;
      case POOL -> threads;
      case VIRTUAL, ASYNC -> Integer.MAX_VALUE;
    };
  }

  /**
   * How long one request should keep a handler busy: its sleep, and the CPU time of it or of its
   * children, which takes the longer the less of a processor there is for it.
   */
  public Duration statedServiceTime() {
    double share = Math.min(1, cpus.orElse(1));
    double cpuNanos = (double) cpu.toNanos() * Math.max(1, children);
    return sleep.plus(Duration.ofNanos(Math.round(cpuNanos / share)));
  }

  /** The same target under another limit of its processors. */
  public Target withCpus(OptionalDouble newCpus) {
    return new Target(
        platform,
        concurrency,
        work,
        sleep,
        cpu,
        threads,
        accept,
        admission,
        children,
        newCpus,
        own);
  }

  /** The same target with another sleep. */
  public Target withSleep(Duration newSleep) {
    return new Target(
        platform,
        concurrency,
        work,
        newSleep,
        cpu,
        threads,
        accept,
        admission,
        children,
        cpus,
        own);
  }
}
