package ratelab.experiments.lab.docker;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;
import ratelab.experiments.lab.ExporterConfig;
import ratelab.experiments.lab.Setup;

/**
 * The exporter in the run's PID namespace, watching the target and nothing else. It runs as the
 * same user, so it may read all that it needs without any capability.
 *
 * @param process its container
 * @param url where it exposes its metrics
 */
record ExporterContainer(ContainerMember process, URI url) implements AutoCloseable {
  static final String NAME = "exporter";
  static final int PORT = 9256;
  static final String PATH = "/metrics";

  private static final String CONFIG = "/etc/ratelab/groups.yaml";

  /**
   * Starts it and waits until it is ready.
   *
   * @param namespace where it sees the target's process
   * @param target the number of that process there, which in a run is never another's
   * @param name what messages call it
   */
  static ExporterContainer start(
      RunContainers containers,
      Setup setup,
      UsedImage image,
      PauseContainer namespace,
      String target,
      String name) {
    GenericContainer<?> container = containers.of(NAME, image, List.of(PORT), namespace::adopt);
    container
        .withCopyToContainer(Transferable.of(ExporterConfig.of(target)), CONFIG)
        .withCommand(
            Stream.concat(
                    Stream.of("-config.path", CONFIG, "-web.listen-address", ":" + PORT),
                    ExporterConfig.LIGHT.stream())
                .toArray(String[]::new));
    ContainerMember member = ContainerMember.start(name, container, setup.run().logs());
    member.awaitListening(setup.readyWithin());
    return new ExporterContainer(member, member.url(PORT, PATH));
  }

  /** From the next scrape on its group holds another process; the exporter reads the file anew. */
  void follow(String target) {
    process
        .container()
        .copyFileToContainer(Transferable.of(ExporterConfig.of(target)), CONFIG + ".new");
    // Under its name it is whole: the exporter looks at it before each scrape.
    process.run("root", "mv", CONFIG + ".new", CONFIG);
  }

  @Override
  public void close() {
    process.close();
  }
}
