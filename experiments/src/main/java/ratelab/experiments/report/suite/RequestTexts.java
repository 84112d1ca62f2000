package ratelab.experiments.report.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ratelab.experiments.analysis.Figures;
import ratelab.experiments.analysis.WorkedOff;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.scenario.ForecastStage;

/** Forecast and observation of a run as its requests tell them: drain, answers, what they cost. */
final class RequestTexts {
  private static final double MEGABYTE = 1024 * 1024;

  private RequestTexts() {}

  static List<String> forecast(PlayedRun run) {
    return run.recording().forecast(ForecastStage.BEFORE_LOAD).stream()
        .map(
            (Forecast forecast) ->
                String.format(
                    Locale.ROOT,
                    "drain %.1f s, %d answered",
                    forecast.drain().toMillis() / 1000.0,
                    forecast.answered()))
        .toList();
  }

  static List<String> observed(PlayedRun run) {
    List<String> parts = new ArrayList<>();
    run.drain()
        .ifPresent(
            drain ->
                parts.add(
                    String.format(
                        Locale.ROOT,
                        "drain %.1f s, %d answered",
                        drain.toMillis() / 1000.0,
                        run.recording().load().answered())));
    WorkedOff workedOff = run.analysis().workedOff();
    if (workedOff.handled() > 0) {
      parts.add(
          String.format(
              Locale.ROOT,
              "%d of %d worked off for nobody",
              workedOff.forNobody(),
              workedOff.handled()));
    }
    parts.addAll(cost(Figures.of(run.recording())));
    return parts;
  }

  private static List<String> cost(Figures figures) {
    List<String> parts = new ArrayList<>();
    figures
        .cpuSecondsPerRequest()
        .ifPresent(
            cpu -> parts.add(String.format(Locale.ROOT, "%.2f ms CPU a request", cpu * 1000)));
    figures
        .idleCores()
        .ifPresent(idle -> parts.add(String.format(Locale.ROOT, "%.6f cores idle", idle)));
    figures
        .residentBytes()
        .ifPresent(
            bytes -> parts.add(String.format(Locale.ROOT, "%.0f MB resident", bytes / MEGABYTE)));
    return parts;
  }
}
