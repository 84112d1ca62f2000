package ratelab.experiments.lab.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.testcontainers.utility.DockerImageName;
import ratelab.experiments.lab.LabException;

/** The images of a run: found, or pulled, and remembered. */
final class Images {
  private static final long PULL_MINUTES = 10;

  private final DockerClient client;
  private final LocalImages substitutes = new LocalImages();
  private final List<UsedImage> used = new ArrayList<>();

  Images(DockerClient client) {
    this.client = client;
  }

  /**
   * An image that the engine has from now on.
   *
   * @param name a public one, such as {@code prom/prometheus:v3.5.0}
   * @throws LabException if it is neither here nor can be pulled
   */
  UsedImage get(String name) {
    DockerImageName local = substitutes.apply(DockerImageName.parse(name));
    String taken = local.asCanonicalNameString();
    UsedImage image = new UsedImage(name, taken, id(taken));
    used.add(image);
    return image;
  }

  /**
   * An image that the engine has from now on, and no other in its place.
   *
   * @throws LabException if it is neither here nor can be pulled
   */
  UsedImage exactly(String name) {
    UsedImage image = new UsedImage(name, name, id(name));
    used.add(image);
    return image;
  }

  /** Notes an image that was built here. */
  UsedImage built(String name) {
    UsedImage image = new UsedImage(name, name, inspected(name));
    used.add(image);
    return image;
  }

  /** All that were asked for so far. */
  List<UsedImage> used() {
    return List.copyOf(used);
  }

  private String id(String name) {
    try {
      return inspected(name);
    } catch (NotFoundException e) {
      pull(name);
      return inspected(name);
    }
  }

  private String inspected(String name) {
    return Objects.requireNonNull(client.inspectImageCmd(name).exec().getId());
  }

  private void pull(String name) {
    try {
      if (!client.pullImageCmd(name).start().awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES)) {
        throw new LabException(
            "the image %s was not pulled within %d minutes; try docker pull %s"
                .formatted(name, PULL_MINUTES, name));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted while pulling " + name, e);
    } catch (RuntimeException e) {
      throw EngineTrouble.explain("get the image " + name, e);
    }
  }
}
