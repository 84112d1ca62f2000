package ratelab.experiments.lab.docker;

import com.github.dockerjava.api.DockerClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import ratelab.experiments.lab.Await;
import ratelab.experiments.lab.Await.Look.NotYet;
import ratelab.experiments.lab.Await.Look.Seen;

/**
 * What an engine holds of runs whose names begin with a text.
 *
 * @param prefix the beginning of the runs' names
 */
record EngineContent(String prefix) {
  /** Containers and networks, in words, and the volumes that belong to no container any more. */
  List<String> list() {
    DockerClient client = Engine.find().client();
    return Stream.concat(
            client.listContainersCmd().withShowAll(true).exec().stream()
                .filter(c -> isOurs(c.getLabels()))
                .map(c -> "container " + c.getImage() + " " + c.getState()),
            client.listNetworksCmd().exec().stream()
                .filter(n -> isOurs(n.getLabels()))
                .map(n -> "network " + n.getName()))
        .toList();
  }

  /** Volumes on the engine, whoever's. */
  static List<String> volumes() {
    return Objects.requireNonNullElse(
            Engine.find().client().listVolumesCmd().exec().getVolumes(),
            List.<com.github.dockerjava.api.command.InspectVolumeResponse>of())
        .stream()
        .map(volume -> volume.getName())
        .sorted()
        .toList();
  }

  void awaitNone(Duration atMost) {
    Await.until(
        "nothing to be left of the run",
        atMost,
        () -> {
          List<String> left = list();
          return left.isEmpty() ? new Seen<>(true) : new NotYet<>("left: " + left);
        });
  }

  private boolean isOurs(Map<String, String> labels) {
    return labels != null && labels.getOrDefault(RunLabels.RUN, "").startsWith(prefix);
  }
}
