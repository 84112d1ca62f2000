package ratelab.experiments.lab;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.scenario.Platform;
import ratelab.experiments.scenario.Scenario;

/**
 * The service under test, running and ready.
 *
 * @param process its process
 * @param url where it answers
 * @param handlerLog where it logs what it handled
 */
record TargetProcess(ManagedProcess process, URI url, Path handlerLog)
    implements Stage.Service, AutoCloseable {
  private static final int COMPILING = 4;

  /**
   * Starts it and waits until it is ready.
   *
   * @param scenario whose target it is
   * @param port where it listens; 0: anywhere
   * @param name what messages call it
   * @throws LabException if it ends or does not get ready; with the last lines of its log
   */
  static TargetProcess start(
      Guardian guardian, Setup setup, Scenario scenario, int port, String name) {
    RunDirectory run = setup.run();
    Path handlerLog = run.path().resolve("handled.jsonl");
    ManagedProcess process =
        ManagedProcess.start(
            guardian,
            name,
            new TargetCommand(setup.apps(), run, HostCommand::onPath)
                .of(scenario, port, handlerLog),
            run.logs());
    return new TargetProcess(
        process, process.awaitListening(readyWithin(setup, scenario)), handlerLog);
  }

  /** Go is compiled first, which a cold cache makes long. */
  private static Duration readyWithin(Setup setup, Scenario scenario) {
    return scenario.target().platform() == Platform.GO
        ? setup.readyWithin().multipliedBy(COMPILING)
        : setup.readyWithin();
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
