package ratelab.experiments.lab;

import java.net.URI;
import java.util.List;
import ratelab.experiments.lab.Apps.App;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.scenario.Load;

/**
 * The load under way.
 *
 * @param process its process
 */
public record LoadProcess(ManagedProcess process) implements Stage.RunningLoad {
  /** Starts the load. */
  public static LoadProcess start(Guardian guardian, Setup setup, Load load, URI url) {
    RunDirectory run = setup.run();
    List<String> command = setup.apps().command(App.LOADGEN, LoadArguments.of(load, url, run));
    return new LoadProcess(ManagedProcess.start(guardian, "load", command, run.logs()));
  }

  @Override
  public void close() {
    process.close();
  }
}
