package ratelab.experiments.lab;

import java.util.Map;
import java.util.Optional;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.recording.AttemptsFile;
import ratelab.experiments.recording.HandlerLog;
import ratelab.experiments.recording.OracleResult;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.recording.RunInfo;

/** Brings together what the processes of a run wrote down, after they have ended. */
final class Collection {
  private final Stage stage;
  private final RunDirectory run;
  private final RunOutcome outcome;

  Collection(Stage stage, RunDirectory run, RunOutcome outcome) {
    this.stage = stage;
    this.run = run;
    this.outcome = outcome;
  }

  /** The recording of the run. */
  Recording recording() {
    HandlerLog handled = HandlerLog.read(stage.target().handlerLog());
    SampleStore store = stage.scraping().store();
    return Recording.of(outcome.scenario(), info(handled), outcome.marks(), outcome.load().result())
        .calibration(outcome.calibration())
        .forecasts(outcome.forecasts())
        .series(store.series())
        .scrapeFailures(store.failures())
        .attempts(AttemptsFile.read(run.attempts()))
        .handled(handled.handled())
        .cpuReadings(stage.scraping().cpu().readings())
        .oracle(outcome.oracle())
        .declined(handled.declined())
        .disturbed(outcome.disturbed())
        .build();
  }

  private Map<String, String> versions(HandlerLog handled, Optional<String> prometheus) {
    Map<String, String> versions = Host.versions(handled.header(), prometheus);
    versions.putAll(stage.versions());
    return versions;
  }

  private RunInfo info(HandlerLog handled) {
    Optional<String> prometheus = outcome.oracle().map(OracleResult::version);
    return new RunInfo(
        String.valueOf(run.path().getFileName()),
        stage.lab(),
        ExporterConfig.TARGET,
        versions(handled, prometheus),
        Host.cpus(),
        Host.clockTicksPerSecond(),
        prometheus.map(Dialect::ofVersion).orElse(Dialect.V3));
  }
}
