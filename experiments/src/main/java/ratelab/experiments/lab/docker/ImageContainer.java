package ratelab.experiments.lab.docker;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.testcontainers.containers.GenericContainer;
import ratelab.experiments.lab.ConnectionTable;
import ratelab.experiments.lab.IndependentCpu;
import ratelab.experiments.lab.Setup;
import ratelab.experiments.lab.service.FirstAnswer;
import ratelab.experiments.recording.Throttling;
import ratelab.experiments.scenario.OwnService;

/**
 * A user's own image, in a container.
 *
 * @param process its container
 * @param url where it answers this process
 * @param cpus the limit of its processors
 */
record ImageContainer(ContainerMember process, URI url, OptionalDouble cpus)
    implements AutoCloseable {
  /**
   * Starts it and waits until it answers.
   *
   * @param url where it answers on the run's network
   */
  static ImageContainer start(
      RunContainers containers,
      Setup setup,
      OwnService.Image own,
      URI url,
      OptionalDouble cpus,
      UsedImage image) {
    GenericContainer<?> container =
        containers.of(
            OwnService.Image.HOST,
            image,
            own.ports(),
            command -> TargetContainer.limit(command, cpus));
    container.withEnv(variables(own.environment()));
    if (!own.command().isEmpty()) {
      container.withCommand(own.command().toArray(String[]::new));
    }
    ContainerMember member =
        ContainerMember.start(OwnService.Image.HOST, container, setup.run().logs());
    URI here = member.url(url.getPort(), path(url));
    FirstAnswer.await(member, here, setup.readyWithin());
    return new ImageContainer(member, here, cpus);
  }

  /** Where the engine runs on this machine, its processes are seen from here, too. */
  IndependentCpu independentCpu() {
    return HostProcess.of(process).map(IndependentCpu::new).orElseGet(IndependentCpu::none);
  }

  /** The connections of its network, where they are seen from here. */
  Optional<ConnectionTable> connections() {
    return HostProcess.of(process).map(ConnectionTable::new).filter(ConnectionTable::isReadable);
  }

  /** How it was throttled so far, as the recording has it; empty without a limit. */
  Map<String, String> throttling() {
    ThrottlingMeter meter = new ThrottlingMeter();
    cpus.ifPresent(limit -> meter.add(process, limit));
    return meter.total().map(Throttling::lines).orElse(Map.of());
  }

  private static Map<String, String> variables(List<String> environment) {
    return environment.stream()
        .map(variable -> variable.split("=", 2))
        .collect(Collectors.toMap(v -> v[0], v -> v[1], (_, later) -> later));
  }

  private static String path(URI url) {
    String query = url.getRawQuery();
    return url.getRawPath() + (query == null ? "" : "?" + query);
  }

  @Override
  public void close() {
    process.close();
  }
}
