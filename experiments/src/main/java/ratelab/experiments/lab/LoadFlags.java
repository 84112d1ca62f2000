package ratelab.experiments.lab;

import java.math.BigDecimal;
import java.util.List;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.Load;
import ratelab.experiments.scenario.Pace;

/** How the load generator is told when to send. */
final class LoadFlags {
  private LoadFlags() {}

  static List<String> of(Load load) {
    String workers = Integer.toString(load.workers());
    String duration = Durations.print(load.duration());
    return switch (load.pace()) {
      case Pace.Closed _ -> List.of("-c", workers, "-z", duration);
      case Pace.Open open ->
          List.of("-c", workers, "-z", duration, "--rate", plain(open.perSecond()));
      case Pace.ByHand hand ->
          List.of(
              "-c",
              "1",
              "-n",
              Integer.toString(hand.requests()),
              "--rate",
              plain(1e9 / hand.every().toNanos()));
    };
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).toPlainString();
  }
}
