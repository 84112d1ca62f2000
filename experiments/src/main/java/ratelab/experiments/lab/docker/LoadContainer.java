package ratelab.experiments.lab.docker;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.lab.LoadArguments;
import ratelab.experiments.lab.Setup;
import ratelab.experiments.lab.Stage;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.scenario.Load;

/**
 * The load under way, in a container.
 *
 * @param process its container
 * @param run where its results are brought
 */
record LoadContainer(ContainerMember process, RunDirectory run) implements Stage.RunningLoad {
  private static final RunDirectory RESULTS = new RunDirectory(Path.of("/tmp"));

  /** Starts the load. */
  static LoadContainer start(
      RunContainers containers, Setup setup, Load load, UsedImage image, URI url) {
    GenericContainer<?> container = containers.of("load", image, List.of(), _ -> {});
    container.withCommand(LoadArguments.of(load, url, RESULTS).toArray(String[]::new));
    return new LoadContainer(
        ContainerMember.start("load", container, setup.run().logs()), setup.run());
  }

  @Override
  public void collect() {
    copy(RESULTS.attempts(), run.attempts());
    copy(RESULTS.loadJson(), run.loadJson());
    copy(RESULTS.loadHistogram(), run.loadHistogram());
  }

  private void copy(Path from, Path to) {
    try {
      process.container().copyFileFromContainer(from.toString(), to.toString());
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new LabException(
          "cannot copy %s out of the load's container: %s".formatted(from, e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
