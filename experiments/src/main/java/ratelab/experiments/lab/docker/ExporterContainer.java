package ratelab.experiments.lab.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
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
   * @param place puts it into the PID namespace in which it sees the target's process
   * @param target the number of that process there, which in a run is never another's
   * @param name what messages call it
   */
  static ExporterContainer start(
      RunContainers containers,
      Setup setup,
      UsedImage image,
      Consumer<CreateContainerCmd> place,
      String target,
      String name) {
    GenericContainer<?> container = containers.of(NAME, image, List.of(PORT), place);
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

  /**
   * For a target whose user nobody knows: as root the exporter may read what belongs to that user
   * only with SYS_PTRACE (ptrace(2), access mode checking).
   */
  static void mayReadOfAnyUser(CreateContainerCmd command) {
    command.withUser("0:0");
    Objects.requireNonNull(command.getHostConfig()).withCapAdd(Capability.SYS_PTRACE);
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
