package ratelab.experiments.report.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ratelab.experiments.analysis.Figures;
import ratelab.experiments.analysis.Requests;
import ratelab.experiments.analysis.WorkedOff;
import ratelab.experiments.forecast.Backlog;
import ratelab.experiments.forecast.BacklogInput;
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
                line(forecast.drain(), forecast.answered(), turnedAway(run, forecast)))
        .toList();
  }

  static List<String> observed(PlayedRun run) {
    List<String> parts = new ArrayList<>();
    run.drain()
        .ifPresent(
            drain ->
                parts.add(
                    line(
                        drain,
                        run.recording().load().answered(),
                        Requests.turnedAway(run.recording()).orElse(0))));
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

  /** As many as the forecast's own model turns away, played once more. */
  private static long turnedAway(PlayedRun run, Forecast forecast) {
    return run.scenario().target().admission().queue().isEmpty()
        ? 0
        : Backlog.play(BacklogInput.of(run.scenario(), forecast.serviceTime())).turnedAway();
  }

  /** An error is an answer, too, but not the one that was asked for. */
  private static String line(Duration drain, long answers, long turnedAway) {
    String line =
        String.format(
            Locale.ROOT,
            "drain %.1f s, %d answered",
            drain.toMillis() / 1000.0,
            answers - turnedAway);
    return turnedAway == 0 ? line : line + ", " + turnedAway + " turned away";
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
