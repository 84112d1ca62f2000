package ratelab.experiments.lab.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.StartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * Describes the containers of one run: on its network, with its labels, published on the loopback
 * address only, and without health checks, whose work would be measured.
 */
final class RunContainers {
  private static final String LOOPBACK = "127.0.0.1";

  private final Network network;
  private final RunLabels labels;
  private final boolean localEngine;
  private final Adjustments adjustments;

  RunContainers(Network network, RunLabels labels, boolean localEngine, Adjustments adjustments) {
    this.network = network;
    this.labels = labels;
    this.localEngine = localEngine;
    this.adjustments = adjustments;
  }

  /** What they reach each other by. */
  Network network() {
    return network;
  }

  /**
   * A container, to be started.
   *
   * @param name also its name on the network
   * @param ports to be reached from this machine
   * @param details what else there is to say about it
   */
  GenericContainer<?> of(
      String name, UsedImage image, List<Integer> ports, Consumer<CreateContainerCmd> details) {
    // By its id: it has been found, and a user's own image has no other to stand for it.
    return new GenericContainer<>(DockerImageName.parse(image.id()))
        .withNetwork(network)
        .withNetworkAliases(name)
        .withExposedPorts(ports.toArray(Integer[]::new))
        .withLabels(labels.all())
        .withStartupCheckStrategy(new NoCheck())
        .waitingFor(new NoWait())
        .withCreateContainerCmdModifier(
            command -> {
              command.withImage(image.used());
              publish(command, ports);
              command.withHealthcheck(new HealthCheck().withTest(List.of("NONE")));
              details.accept(command);
              adjustments.change().accept(name, command);
            });
  }

  private void publish(CreateContainerCmd command, List<Integer> ports) {
    Ports.Binding binding = localEngine ? Ports.Binding.bindIp(LOOPBACK) : Ports.Binding.empty();
    Objects.requireNonNull(command.getHostConfig())
        .withPublishAllPorts(false)
        .withPortBindings(
            ports.stream().map(port -> new PortBinding(binding, ExposedPort.tcp(port))).toList());
  }

  /** The lab waits itself, so that what it says does not depend on where the target runs. */
  private static final class NoWait extends AbstractWaitStrategy {
    @Override
    protected void waitUntilReady() {}
  }

  /** The same: a container that ends at once is told with its last words. */
  private static final class NoCheck extends StartupCheckStrategy {
    @Override
    public StartupStatus checkStartupState(
        com.github.dockerjava.api.DockerClient client, String containerId) {
      return StartupStatus.SUCCESSFUL;
    }
  }
}
