package ratelab.loadgen.run;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import ratelab.loadgen.schedule.Arrivals;
import ratelab.loadgen.schedule.ConstantRate;
import ratelab.loadgen.schedule.Pace;
import ratelab.loadgen.schedule.RateCurve;
import ratelab.loadgen.schedule.Schedule;
import ratelab.loadgen.schedule.Stages;

/** What made requests due, in words for the reports. */
final class Models {
  private Models() {}

  static String describe(Schedule schedule) {
    return switch (schedule.pace()) {
      case Pace.Free _ -> "closed, each worker sends when its last request has ended";
      case Pace.PerWorker each ->
          "closed, at most " + number(each.perSecond()) + " requests/sec of each worker";
      case Pace.Open open -> "open, " + rate(open.curve()) + ", " + arrivals(open.arrivals());
    };
  }

  private static String rate(RateCurve curve) {
    return switch (curve) {
      case ConstantRate rate -> number(rate.perSecond()) + " requests/sec";
      case Stages all ->
          "from "
              + number(all.startPerSecond())
              + " requests/sec in ramps "
              + all.stages().stream()
                  .map(stage -> stage.length().toMillis() + "ms:" + number(stage.endPerSecond()))
                  .collect(Collectors.joining(","));
    };
  }

  private static String arrivals(Arrivals arrivals) {
    return switch (arrivals) {
      case Arrivals.Constant _ -> "evenly spaced";
      case Arrivals.Poisson poisson -> "poisson:" + poisson.seed();
    };
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
