package ratelab.experiments.scenario;

import java.util.Optional;

/** What of a scenario nobody can forecast, as it says too little. */
public final class NotForecast {
  private NotForecast() {}

  /** Why there is no forecast before the load, with the remedy; empty if there is one. */
  public static Optional<String> beforeLoad(Target target, Load load) {
    if (target.own().isEmpty()) {
      return Optional.empty();
    }
    if (load.command().isPresent()) {
      return Optional.of(
          "there is no forecast before a load of your own, of which nothing is known: give workers,"
              + " duration and timeout, or expect forecast: load-end");
    }
    return target.own().get().atOnce().isPresent()
        ? Optional.empty()
        : Optional.of(
            "there is no forecast before the load, as nobody knows how many requests your service"
                + " works on at once: give target.at-once, or expect forecast: load-end");
  }
}
