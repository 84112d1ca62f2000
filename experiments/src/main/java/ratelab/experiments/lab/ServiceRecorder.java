package ratelab.experiments.lab;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import ratelab.experiments.lab.ServiceRun.Played;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.recording.AccessLog;
import ratelab.experiments.recording.AttemptsFile;
import ratelab.experiments.recording.HandledRequest;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RecordingException;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.recording.RunInfo;
import ratelab.experiments.scenario.OwnService;
import ratelab.experiments.scenario.Scenario;

/** A run on a user's own service: plays it, ends everything, and brings together what was seen. */
final class ServiceRecorder {
  private final Setup setup;
  private final boolean stopWhenExplained;

  ServiceRecorder(Setup setup, boolean stopWhenExplained) {
    this.setup = setup;
    this.stopWhenExplained = stopWhenExplained;
  }

  /**
   * Plays a scenario.
   *
   * @param own its target
   * @throws LabException if the run could not be made
   */
  Recording record(Scenario scenario, OwnService own, LabListener listener) {
    try {
      return play(scenario, own, listener);
    } catch (RecordingException e) {
      throw new LabException(e.getMessage(), e);
    }
  }

  private Recording play(Scenario scenario, OwnService own, LabListener listener) {
    RunWatch watch = new RunWatch(setup.clock(), listener, scenario.scrapeInterval());
    watch.enter(LabPhase.STARTING);
    RunEnd end = new RunEnd(scenario, stopWhenExplained);
    try (Lifetime lifetime = new Lifetime()) {
      RunFolders.make(setup.run());
      Guardian guardian =
          lifetime.add(Guardian.start(setup.run().logs().resolve("guardian.err.log")));
      ServiceStage stage = ServiceStage.set(lifetime, guardian, setup, scenario, own);
      ServiceLoad load = new ServiceLoad(guardian, setup, stage.url(), watch, listener);
      Played played =
          new ServiceRun(stage, scenario, load, end, watch, listener, setup.clock()).play();
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
    return Recording.of(scenario, info(stage), played.marks(), played.load().result())
        .calibration(played.calibration())
        .series(store.series())
        .scrapeFailures(store.failures())
        .attempts(Files.exists(run.attempts()) ? AttemptsFile.read(run.attempts()) : List.of())
        .handled(handled)
        .cpuReadings(stage.feed().cpu().readings())
        .abandoned(stage.abandoned().map(AbandonedLooks::all))
        .build();
  }

  private RunInfo info(ServiceStage stage) {
    return new RunInfo(
        String.valueOf(setup.run().path().getFileName()),
        "local",
        stage.group(),
        Host.versions(Optional.empty(), Optional.empty()),
        Host.cpus(),
        Host.clockTicksPerSecond(),
        Dialect.V3);
  }
}
