package ratelab.experiments.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.scenario.Cause;
import ratelab.experiments.scenario.ForecastStage;

/** Stages and causes in words, and the forecast of a stage. */
final class Words {
  private Words() {}

  static String of(ForecastStage stage) {
    return switch (stage) {
      case BEFORE_LOAD -> "before the load";
      case LOAD_END -> "at the load's end";
      case AFTERWARDS -> "afterwards";
    };
  }

  static String of(Cause cause) {
    return cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Forecast> find(List<Forecast> forecasts, ForecastStage stage) {
    return forecasts.stream().filter(f -> f.stage() == stage).findFirst();
  }
}
