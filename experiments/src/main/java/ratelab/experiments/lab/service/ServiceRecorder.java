package ratelab.experiments.lab.service;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ratelab.experiments.lab.Host;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.LabPhase;
import ratelab.experiments.lab.Lifetime;
import ratelab.experiments.lab.RunEnd;
import ratelab.experiments.lab.RunWatch;
import ratelab.experiments.lab.SampleStore;
import ratelab.experiments.lab.Setup;
import ratelab.experiments.lab.service.ServiceRun.Played;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.recording.AccessLog;
import ratelab.experiments.recording.AttemptsFile;
import ratelab.experiments.recording.HandledRequest;
import ratelab.experiments.recording.OracleResult;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RecordingException;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.recording.RunInfo;
import ratelab.experiments.scenario.Scenario;

/** A run on a user's own service: plays it, ends everything, and brings together what was seen. */
public final class ServiceRecorder {
  private final Setup setup;
  private final boolean stopWhenExplained;
  private final ServiceStage.Setting setting;

  /**
   * @param stopWhenExplained whether to end when the shortest visible window has returned
   */
  public ServiceRecorder(Setup setup, boolean stopWhenExplained, ServiceStage.Setting setting) {
    this.setup = setup;
    this.stopWhenExplained = stopWhenExplained;
    this.setting = setting;
  }

  /**
   * Plays a scenario.
   *
   * @throws LabException if the run could not be made
   */
  public Recording record(Scenario scenario, LabListener listener) {
    try {
      return play(scenario, listener);
    } catch (RecordingException e) {
      throw new LabException(e.getMessage(), e);
    }
  }

  private Recording play(Scenario scenario, LabListener listener) {
    RunWatch watch = new RunWatch(setup.clock(), listener, scenario.scrapeInterval());
    watch.enter(LabPhase.STARTING);
    RunEnd end = new RunEnd(scenario, stopWhenExplained);
    try (Lifetime lifetime = new Lifetime()) {
      ServiceStage stage = setting.set(lifetime, setup, scenario, watch, listener);
      Played played = new ServiceRun(stage, setup, scenario, end, watch, listener).play();
      watch.enter(LabPhase.STOPPING);
      return recording(stage, end.seen(), played, handled(stage, listener));
    }
  }

  /** A log that cannot be used costs its evidence, and not the run. */
  private static List<HandledRequest> handled(ServiceStage stage, LabListener listener) {
    if (stage.accessLog().isEmpty()) {
      return List.of();
    }
    AccessLog log = stage.accessLog().get();
    try {
      List<HandledRequest> handled = log.read();
      if (handled.isEmpty()) {
        listener.note("The pattern fits no line that " + log.file() + " got during the run.");
      }
      return handled;
    } catch (RecordingException e) {
      listener.note("The access log is left out: " + e.getMessage() + ".");
      return List.of();
    }
  }

  private Recording recording(
      ServiceStage stage, Scenario scenario, Played played, List<HandledRequest> handled) {
    RunDirectory run = setup.run();
    SampleStore store = stage.feed().store();
    return Recording.of(
            scenario, info(stage, played.oracle()), played.marks(), played.load().result())
        .calibration(played.calibration())
        .forecasts(played.forecasts())
        .series(store.series())
        .scrapeFailures(store.failures())
        .attempts(Files.exists(run.attempts()) ? AttemptsFile.read(run.attempts()) : List.of())
        .handled(handled)
        .oracle(played.oracle())
        .cpuReadings(stage.feed().cpu().readings())
        .abandoned(stage.abandoned().map(AbandonedLooks::all))
        .build();
  }

  private RunInfo info(ServiceStage stage, Optional<OracleResult> oracle) {
    Optional<String> prometheus = oracle.map(OracleResult::version);
    Map<String, String> versions = Host.versions(Optional.empty(), prometheus);
    versions.putAll(stage.versions());
    versions.putAll(stage.seenAtEnd().get());
    return new RunInfo(
        String.valueOf(setup.run().path().getFileName()),
        stage.lab(),
        stage.group(),
        versions,
        Host.cpus(),
        Host.clockTicksPerSecond(),
        prometheus.map(Dialect::ofVersion).orElseGet(stage::dialect));
  }
}
