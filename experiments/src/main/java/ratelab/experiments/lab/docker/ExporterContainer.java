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
 * The exporter in the target's PID namespace, watching the target and nothing else. It runs as the
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

  // The namespace's first process: its number is never another's, for the namespace ends with it.
  private static final String FIRST = "1";

  /** Starts it and waits until it is ready. */
  static ExporterContainer start(
      RunContainers containers, Setup setup, UsedImage image, ContainerMember target) {
    return start(containers, setup, image, target, _ -> {});
  }

  /**
   * Starts it for a target whose user it does not know: as root it may read what belongs to the
   * target's user only with SYS_PTRACE (ptrace(2), access mode checking).
   */
  static ExporterContainer startForAnyUser(
      RunContainers containers, Setup setup, UsedImage image, ContainerMember target) {
    return start(
        containers,
        setup,
        image,
        target,
        command -> {
          command.withUser("0:0");
          Objects.requireNonNull(command.getHostConfig()).withCapAdd(Capability.SYS_PTRACE);
        });
  }

  private static ExporterContainer start(
      RunContainers containers,
      Setup setup,
      UsedImage image,
      ContainerMember target,
      Consumer<CreateContainerCmd> rights) {
    GenericContainer<?> container =
        containers.of(
            NAME,
            image,
            List.of(PORT),
            command -> {
              Objects.requireNonNull(command.getHostConfig())
                  .withPidMode("container:" + target.id());
              rights.accept(command);
            });
    container
        .withCopyToContainer(Transferable.of(ExporterConfig.of(FIRST)), CONFIG)
        .withCommand(
            Stream.concat(
                    Stream.of("-config.path", CONFIG, "-web.listen-address", ":" + PORT),
                    ExporterConfig.LIGHT.stream())
                .toArray(String[]::new));
    ContainerMember member = ContainerMember.start(NAME, container, setup.run().logs());
    member.awaitListening(setup.readyWithin());
    return new ExporterContainer(member, member.url(PORT, PATH));
  }

  @Override
  public void close() {
    process.close();
  }
}
