package ratelab.experiments.report.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Figures;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.analysis.Verdict;
import ratelab.experiments.analysis.WorkedOff;
import ratelab.experiments.forecast.Forecast;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Cause;
import ratelab.experiments.scenario.Expectation;
import ratelab.experiments.scenario.ForecastStage;
import ratelab.experiments.scenario.Words;

/** The line of one run in the combined report. */
public final class RunEntry {
  private static final double MEGABYTE = 1024 * 1024;

  private RunEntry() {}

  /**
   * The line.
   *
   * @param report the run's report, relative to the combined one; empty where there is none
   */
  public static SuiteEntry of(Recording recording, Analysis analysis, String report) {
    String[] name = recording.scenario().name().split("/", 2);
    return new SuiteEntry(
        name[0],
        name.length > 1 ? name[1] : "",
        trueCause(recording),
        Words.of(analysis.cause()),
        isInDoubtOnPurpose(recording) && analysis.cause() == Cause.UNKNOWN,
        forecast(recording),
        observed(recording, analysis),
        analysis.status(),
        reason(analysis),
        report);
  }

  /**
   * The line of a run that broke: nothing is known of it, so it is inconclusive.
   *
   * @param scenario its name
   */
  public static SuiteEntry broken(String scenario, String reason) {
    String[] name = scenario.split("/", 2);
    return new SuiteEntry(
        name[0],
        name.length > 1 ? name[1] : "",
        "",
        "",
        false,
        "",
        "",
        Status.INCONCLUSIVE,
        reason,
        "");
  }

  /** Where the samples are to be in doubt the cause that the scenario states is to be left open. */
  private static String trueCause(Recording recording) {
    if (isInDoubtOnPurpose(recording)) {
      return "";
    }
    return recording.scenario().expectations().stream()
        .filter(Expectation.CauseIs.class::isInstance)
        .map(expectation -> Words.of(((Expectation.CauseIs) expectation).cause()))
        .findFirst()
        .orElse("");
  }

  private static boolean isInDoubtOnPurpose(Recording recording) {
    return recording.scenario().expectations().stream()
        .anyMatch(Expectation.Inconclusive.class::isInstance);
  }

  private static String forecast(Recording recording) {
    return recording
        .forecast(ForecastStage.BEFORE_LOAD)
        .map(
            (Forecast forecast) ->
                String.format(
                    Locale.ROOT,
                    "drain %.1f s, %d answered",
                    seconds(forecast),
                    forecast.answered()))
        .orElse("");
  }

  private static double seconds(Forecast forecast) {
    return forecast.drain().toMillis() / 1000.0;
  }

  private static String observed(Recording recording, Analysis analysis) {
    List<String> parts = new ArrayList<>();
    if (analysis.lastWorkMillis().isPresent()) {
      long drain = analysis.lastWorkMillis().getAsLong() - recording.marks().loadEndMillis();
      parts.add(
          String.format(
              Locale.ROOT,
              "drain %.1f s, %d answered",
              Math.max(0, drain) / 1000.0,
              recording.load().answered()));
    }
    WorkedOff workedOff = analysis.workedOff();
    if (workedOff.handled() > 0) {
      parts.add(
          String.format(
              Locale.ROOT,
              "%d of %d worked off for nobody",
              workedOff.forNobody(),
              workedOff.handled()));
    }
    parts.addAll(cost(Figures.of(recording)));
    return String.join("; ", parts);
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

  private static String reason(Analysis analysis) {
    Optional<String> problem = analysis.problems().stream().findFirst();
    return problem.orElseGet(
        () ->
            analysis.verdicts().stream()
                .filter(verdict -> verdict.status() != Status.PASS)
                .map(RunEntry::reason)
                .findFirst()
                .orElse(""));
  }

  private static String reason(Verdict verdict) {
    return verdict.name()
        + ": "
        + verdict.observed()
        + " instead of "
        + verdict.forecast()
        + ". "
        + verdict.reason();
  }
}
