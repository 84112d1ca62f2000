package ratelab.experiments.lab.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import ratelab.experiments.scenario.Platform;

/**
 * The Python peer's image under a name that a user could have given it.
 *
 * @param repository its name
 * @param tag of this name
 */
public record SomebodysImage(String repository, String tag) implements AutoCloseable {
  /** Gives the name, which nobody may have given before. */
  public void make() {
    DockerClient client = Engine.find().client();
    assertThat(client.listImagesCmd().withReferenceFilter(name()).exec())
        .as("images on this engine that are called %s", name())
        .isEmpty();
    client.tagImageCmd(pythonPeer(), repository, tag).exec();
  }

  /** The peer's image under its own name, built now if it is not there. */
  static String pythonPeer() {
    DockerClient client = Engine.find().client();
    return new ImageBuilder(client, new Images(client))
        .build(OwnImage.target(DockerRuns.home(), Platform.PYTHON))
        .used();
  }

  private String name() {
    return repository + ":" + tag;
  }

  /** Takes the name back; the peer's image keeps its own. */
  @Override
  public void close() {
    Engine.find().client().removeImageCmd(name()).withForce(false).exec();
  }
}
