package ratelab.loadgen.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import ratelab.loadgen.record.Latencies;
import ratelab.loadgen.record.StatusClass;
import ratelab.loadgen.record.Timings;
import ratelab.loadgen.record.Totals;

/**
 * Service times up to high percentiles; beside them response times, which count from the moment a
 * request was due, and both per class of status where there is more than one.
 */
final class TimesBlock {
  private static final List<Double> PERCENTS = List.of(50.0, 90.0, 99.0, 99.9, 99.99, 100.0);

  private TimesBlock() {}

  /** Empty without an answer. */
  static String of(Totals totals) {
    if (totals.service().spread().count() == 0) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    append(text, title("all answers", totals.timings()), totals.timings());
    if (totals.timingsByClass().size() > 1) {
      for (Map.Entry<StatusClass, Timings> one : totals.timingsByClass().entrySet()) {
        append(text, title("status " + one.getKey().label(), one.getValue()), one.getValue());
      }
    }
    return text.toString();
  }

  private static String title(String which, Timings timings) {
    return (isScheduled(timings) ? "Service and response times, " : "Service times, ") + which;
  }

  private static boolean isScheduled(Timings timings) {
    return timings.response().spread().count() > 0;
  }

  private static void append(StringBuilder text, String title, Timings timings) {
    text.append(title).append(" (").append(timings.service().spread().count()).append("):\n");
    for (double percent : PERCENTS) {
      text.append("  ").append(percent == 100 ? "max" : number(percent) + "%");
      text.append(":\t").append(Millis.text(nanos(timings.service(), percent)));
      if (isScheduled(timings)) {
        text.append(",\t").append(Millis.text(nanos(timings.response(), percent)));
      }
      text.append('\n');
    }
    text.append('\n');
  }

  private static long nanos(Latencies latencies, double percent) {
    return latencies.percentileNanos(percent);
  }

  private static String number(double percent) {
    return BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString();
  }
}
