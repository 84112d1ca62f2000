package ratelab.experiments.forecast;

import java.time.Duration;
import java.util.Optional;
import ratelab.experiments.scenario.Target;
import ratelab.experiments.scenario.Work;

/**
 * A limit of processors as Linux imposes it on a group of processes: at the beginning of each
 * period it gets its share of CPU time anew, and when that is used up it waits for the next. What a
 * processor runs beyond the share is taken off the next one, and nothing is saved up, so a group
 * that always has work gets the limit on average, and less than that by what is lost on the way.
 * Source: the kernel's documentation, {@code scheduler/sched-bwc}.
 *
 * @param cpus the limit, such as 0.1: 10 ms of each 100
 */
public record CpuLimit(double cpus) {
  /** How often the share is given out, unless the engine is told otherwise. */
  public static final Duration PERIOD = Duration.ofMillis(100);

  /** What a processor takes off the share at once ({@code sched_cfs_bandwidth_slice_us}). */
  static final Duration SLICE = Duration.ofMillis(5);

  /** What a processor keeps of a slice when it has nothing more to do. */
  static final Duration KEPT = Duration.ofMillis(1);

  public CpuLimit {
    if (!(cpus > 0)) {
      throw new IllegalArgumentException("a limit has to be more than nothing, not " + cpus);
    }
  }

  /**
   * The limit that alone says how fast a target works: of one that works on one request at a time,
   * by CPU alone, and on less than a processor. Others wait for something else as well.
   */
  public static Optional<CpuLimit> of(Target target) {
    boolean byCpuAlone =
        target.own().isEmpty() && target.work() == Work.BURN && target.sleep().isZero();
    return target.cpus().stream()
        .filter(cpus -> cpus < 1 && byCpuAlone && target.servers() == 1)
        .mapToObj(CpuLimit::new)
        .findFirst();
  }

  /** How long the group takes for an amount of CPU time while it always has work. */
  public Duration timeFor(Duration cpu) {
    return Duration.ofNanos(Math.round(cpu.toNanos() / cpus));
  }

  /**
   * The highest CPU rate over a span, in cores: it may begin just before a share is used and end
   * just after one, which are spent at once, so it may hold one share more than its length has; and
   * a processor may run ahead of its account by a slice.
   */
  public double highest(Duration span) {
    return cpus + seconds(share().plus(SLICE)) / seconds(span);
  }

  /**
   * The lowest one of a group that always has work: one share and a slice fewer; and what is lost.
   * When one request's end wakes threads for the next on another processor, that one takes a slice,
   * and gives most of it back after the others have begun to wait: too late for this period, and
   * the next share is no larger for it.
   *
   * @param serviceTime of one request
   */
  public double lowest(Duration span, Duration serviceTime) {
    return cpus
        - seconds(share().plus(SLICE)) / seconds(span)
        - seconds(SLICE.minus(KEPT)) / seconds(serviceTime);
  }

  /**
   * How far off the mean of service times under the limit may be: they last whole periods, give or
   * take, so over so many in a row one period.
   */
  Duration meanError(int serviceTimes) {
    return PERIOD.dividedBy(Math.max(1, serviceTimes));
  }

  /** CPU time of one period. */
  public Duration share() {
    return Duration.ofNanos(Math.round(PERIOD.toNanos() * cpus));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
