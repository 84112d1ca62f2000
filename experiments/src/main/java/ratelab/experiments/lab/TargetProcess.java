package ratelab.experiments.lab;

import java.net.URI;
import java.nio.file.Path;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.scenario.Target;

/**
 * The service under test, running and ready.
 *
 * @param process its process
 * @param url where it answers
 * @param handlerLog where it logs what it handled
 */
record TargetProcess(ManagedProcess process, URI url, Path handlerLog)
    implements Stage.Service, AutoCloseable {
  /**
   * Starts it and waits until it is ready.
   *
   * @throws LabException if it ends or does not get ready; with the last lines of its log
   */
  static TargetProcess start(Guardian guardian, Setup setup, Target target) {
    RunDirectory run = setup.run();
    Path handlerLog = run.path().resolve("handled.jsonl");
    ManagedProcess process =
        ManagedProcess.start(
            guardian,
            "target",
            new TargetCommand(setup.apps(), run, HostCommand::onPath).of(target, handlerLog),
            run.logs());
    return new TargetProcess(process, process.awaitListening(setup.readyWithin()), handlerLog);
  }

  /** How the exporter's configuration names it, so that no other process ever matches. */
  String identity() {
    process.ensureAlive();
    return ProcessStat.read(process.pid())
        .orElseThrow(() -> new LabException("the target has vanished; " + process.lastWords()))
        .identity();
  }

  @Override
  public void close() {
    process.close();
  }
}
