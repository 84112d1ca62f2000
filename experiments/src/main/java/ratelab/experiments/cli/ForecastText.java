package ratelab.experiments.cli;

import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.forecast.WindowReturn;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.WindowWidth;

/** A forecast in words, as it is printed when it is made. */
final class ForecastText {
  private ForecastText() {}

  static List<String> lines(Forecast forecast, Scenario scenario, LongFunction<String> time) {
    return switch (forecast.stage()) {
      case BEFORE_LOAD ->
          List.of(
              "forecast: %d requests of %s, %d answered, %d given up by their clients"
                  .formatted(
                      forecast.sent(),
                      seconds(forecast.serviceTime()),
                      forecast.answered(),
                      forecast.timedOut()),
              "forecast: %s; %s".formatted(after(forecast), back(forecast, scenario, time)));
      case LOAD_END ->
          List.of(
              "the load has ended: %d sent, %d answered, %d given up"
                  .formatted(forecast.sent(), forecast.answered(), forecast.timedOut()),
              expected(forecast, scenario, time) + "; " + back(forecast, scenario, time));
      case AFTERWARDS ->
          List.of(
              "check: %d requests of %s each, as the target worked on them, leave %s of work"
                  .formatted(
                      forecast.sent(), seconds(forecast.serviceTime()), seconds(forecast.drain())));
    };
  }

  private static String after(Forecast forecast) {
    return forecast.drain().isZero()
        ? "no work is left when the load ends"
        : "work goes on for %s after the load".formatted(seconds(forecast.drain()));
  }

  /** Where no window shows anything there is no curve to expect, only the work. */
  private static String expected(Forecast forecast, Scenario scenario, LongFunction<String> time) {
    return forecast.returns().stream()
        .findFirst()
        .map(
            first ->
                "expect the curve back at %s, because %s"
                    .formatted(time.apply(middle(first)), because(forecast, scenario)))
        .orElseGet(
            () -> "expect the last work at %s".formatted(time.apply(forecast.lastWorkMillis())));
  }

  private static String because(Forecast forecast, Scenario scenario) {
    if (forecast.drain().compareTo(forecast.serviceTime()) <= 0) {
      return "no work is left; only the rate window has to empty itself";
    }
    return scenario.target().servers() == 1
        ? "the server still works off %d requests, %s each, for another %s"
            .formatted(
                Math.round((double) forecast.drain().toNanos() / forecast.serviceTime().toNanos()),
                seconds(forecast.serviceTime()),
                seconds(forecast.drain()))
        : "the server has work left for another %s".formatted(seconds(forecast.drain()));
  }

  private static String back(Forecast forecast, Scenario scenario, LongFunction<String> time) {
    return scenario.windows().stream()
        .map(
            window ->
                forecast.returns().stream()
                    .filter(expected -> expected.window().equals(window))
                    .findFirst()
                    .map(expected -> back(expected, scenario, time))
                    .orElseGet(() -> never(window, scenario)))
        .collect(Collectors.joining(", ", "curves back: ", ""));
  }

  private static String back(WindowReturn window, Scenario scenario, LongFunction<String> time) {
    return "%s %s to %s"
        .formatted(
            rate(window.window(), scenario),
            time.apply(window.earliestMillis()),
            time.apply(window.latestMillis()));
  }

  private static String never(Duration window, Scenario scenario) {
    return "%s never (%s)"
        .formatted(
            rate(window, scenario),
            WindowWidth.explain(
                scenario.nominal(window), scenario.nominal(scenario.scrapeInterval())));
  }

  private static String rate(Duration window, Scenario scenario) {
    return "rate[%s]".formatted(Durations.print(scenario.nominal(window)));
  }

  private static long middle(WindowReturn window) {
    return (window.earliestMillis() + window.latestMillis()) / 2;
  }

  private static String seconds(Duration duration) {
    return duration.compareTo(Duration.ofSeconds(1)) < 0
        ? "%d ms".formatted(duration.toMillis())
        : "%.1f s".formatted(duration.toMillis() / 1000.0);
  }
}
