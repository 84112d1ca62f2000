package ratelab.loadgen.report;

import java.time.Duration;
import java.util.Optional;
import ratelab.loadgen.record.Latencies;
import ratelab.loadgen.record.Totals;

/** The line that a terminal shows while the load runs. */
public final class ProgressLine {
  private static final double NANOS_PER_SECOND = 1e9;

  private ProgressLine() {}

  /**
   * The counts of a running load, without a line feed.
   *
   * @param period how long requests are sent; empty when their number is fixed
   */
  public static String of(
      Duration elapsed, Optional<Duration> period, long sent, long answered, long failed) {
    String time =
        elapsed.toSeconds() + " s" + period.map(p -> " of " + p.toSeconds() + " s").orElse("");
    return "%s: %d sent, %d answered, %d failed, %d in flight"
        .formatted(time, sent, answered, failed, sent - answered - failed);
  }

  /**
   * What the load has come to lately, to follow the counts.
   *
   * @param last what was recorded since the line before
   * @param length how long that is
   */
  public static String lately(Totals last, Duration length) {
    Latencies service = last.service();
    long answered = service.spread().count();
    double perSecond = answered / (length.toNanos() / NANOS_PER_SECOND);
    return "; now %.0f/s".formatted(perSecond)
        + (answered == 0 ? "" : ", p50 " + millis(service, 50) + ", p99 " + millis(service, 99));
  }

  private static String millis(Latencies latencies, double percent) {
    return Millis.text(latencies.percentileNanos(percent));
  }
}
