package ratelab.experiments.forecast;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** By how much a forecast may miss, derived from what it is made of. */
public final class Tolerances {
  private static final double RELATIVE_BEFORE_LOAD = 0.05;
  private static final int SERVICE_TIMES_BEFORE_LOAD = 2;

  private static final int OVERHEAD_SHARE = 10;
  private static final Duration PROCESS_START = Duration.ofMillis(50);

  private Tolerances() {}

  /**
   * Before the load: 5 % of the drain (requests near their deadline go either way) and two service
   * times.
   */
  public static Duration beforeLoad(Duration drain, Duration serviceTime) {
    return beforeLoad(drain, serviceTime, RELATIVE_BEFORE_LOAD, SERVICE_TIMES_BEFORE_LOAD);
  }

  /** Before the load, as an expectation states it. */
  public static Duration beforeLoad(
      Duration drain, Duration serviceTime, double relative, int serviceTimes) {
    return Duration.ofNanos(Math.round(drain.toNanos() * relative))
        .plus(serviceTime.multipliedBy(serviceTimes));
  }

  /** What a request costs beyond its stated service time: a tenth, and the start of a process. */
  public static Duration calibration(Duration statedServiceTime) {
    return statedServiceTime.dividedBy(OVERHEAD_SHARE).plus(PROCESS_START);
  }

  /**
   * At the load's end: one scrape; the error of the service time on every request: the
   * calibration's, or two standard errors of the mean where more was measured; and the drift of
   * what is still to come.
   */
  static Duration atLoadEnd(
      Duration scrapeInterval, Duration serviceTimeError, long requests, Duration drift) {
    return scrapeInterval.plus(serviceTimeError.multipliedBy(requests)).plus(drift);
  }

  /**
   * How much longer or shorter requests to come may take than those measured. A sleep is as long as
   * stated; what a request takes beyond it (a process' start, a wait for a processor) depends on
   * what else the machine does, which the load's end may change: that part may vanish or double.
   * Likewise under a limit of processors: beyond the CPU time that is stated a young JVM compiles,
   * the less the longer it has run, and each millisecond takes many under the limit.
   */
  static Duration drift(Duration overhead, long requestsToCome, int servers) {
    return overhead.multipliedBy(Math.max(0, requestsToCome)).dividedBy(servers);
  }

  /** Of the mean: the standard deviation by the root of how many there are. */
  static Duration standardError(List<Duration> measured) {
    if (measured.size() < 2) {
      return Duration.ZERO;
    }
    double mean = measured.stream().mapToLong(Duration::toNanos).average().orElse(0);
    double squares = measured.stream().mapToDouble(d -> Math.pow(d.toNanos() - mean, 2)).sum();
    double deviation = Math.sqrt(squares / (measured.size() - 1));
    return Duration.ofNanos(Math.round(deviation / Math.sqrt(measured.size())));
  }

  /** Half the range of the measured service times. */
  static Duration calibrationError(List<Duration> calibration) {
    if (calibration.isEmpty()) {
      return Duration.ZERO;
    }
    return Collections.max(calibration).minus(Collections.min(calibration)).dividedBy(2);
  }
}
