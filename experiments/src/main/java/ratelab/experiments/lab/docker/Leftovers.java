package ratelab.experiments.lab.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Network;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Removes what runs have left on an engine: containers with their volumes, then networks. */
public final class Leftovers {
  private final DockerClient client;

  Leftovers(DockerClient client) {
    this.client = client;
  }

  /** Removes everything of one run. */
  public void removeRun(String run) {
    remove(RunLabels.RUN + "=" + run);
  }

  /**
   * Removes everything of runs whose process has ended without doing so: after a crash, a SIGKILL,
   * or a restart of the engine.
   *
   * @return these runs
   */
  Set<String> removeAbandoned() {
    Set<String> abandoned =
        Stream.concat(
                containers(RunLabels.RUN).stream().map(Container::getLabels),
                networks(RunLabels.RUN).stream().map(Network::getLabels))
            .filter(Leftovers::isAbandoned)
            .map(labels -> labels.getOrDefault(RunLabels.RUN, ""))
            .collect(Collectors.toCollection(TreeSet::new));
    abandoned.forEach(this::removeRun);
    return abandoned;
  }

  private static boolean isAbandoned(Map<String, String> labels) {
    return Optional.ofNullable(labels.get(RunLabels.OWNER))
        .flatMap(Owner::parse)
        .filter(Owner::hasEnded)
        .isPresent();
  }

  private void remove(String label) {
    containers(label).forEach(container -> removeContainer(container.getId()));
    networks(label).forEach(network -> removeNetwork(network.getId()));
  }

  private List<Container> containers(String label) {
    return client.listContainersCmd().withShowAll(true).withLabelFilter(List.of(label)).exec();
  }

  private List<Network> networks(String label) {
    return client.listNetworksCmd().withFilter("label", List.of(label)).exec();
  }

  private void removeContainer(String id) {
    try {
      client.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
    } catch (NotFoundException | ConflictException gone) {
      // Somebody else has removed it, or is just doing so.
    }
  }

  private void removeNetwork(String id) {
    try {
      client.removeNetworkCmd(id).exec();
    } catch (NotFoundException gone) {
      // Somebody else has removed it.
    }
  }
}
