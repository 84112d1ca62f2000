package ratelab.experiments.lab.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Image;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Builds our images when what they are made of has changed. The tag is a hash of that, so a run
 * never takes an image that is older than its programs.
 */
final class ImageBuilder {
  private static final String TAG = ":lab-";

  private final DockerClient client;
  private final Images images;

  ImageBuilder(DockerClient client, Images images) {
    this.client = client;
    this.images = images;
  }

  /** The image, built now if it is not there. */
  UsedImage build(OwnImage image) {
    Dockerfile dockerfile = Dockerfile.read(image.dockerfile());
    Map<String, UsedImage> bases = new LinkedHashMap<>();
    dockerfile.bases().forEach((argument, name) -> bases.put(argument, images.get(name)));
    BuildContext context = BuildContext.of(image, dockerfile);
    String repository = "ratelab/" + image.name();
    String name =
        repository + TAG + context.hash(bases.values().stream().map(UsedImage::id).toList());
    if (!exists(name)) {
      build(name, context, bases);
      removeOlder(repository, name);
    }
    return images.built(name);
  }

  private boolean exists(String name) {
    try {
      client.inspectImageCmd(name).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }

  private void build(String name, BuildContext context, Map<String, UsedImage> bases) {
    try (BuildImageCmd command =
        client.buildImageCmd().withTarInputStream(context.tar()).withTags(java.util.Set.of(name))) {
      bases.forEach((argument, base) -> command.withBuildArg(argument, base.used()));
      command.exec(new BuildImageResultCallback()).awaitImageId();
    } catch (RuntimeException e) {
      throw EngineTrouble.explain("build the image " + name, e);
    }
  }

  /** What an earlier build made; one that a container still uses stays. */
  private void removeOlder(String repository, String newest) {
    for (Image image : client.listImagesCmd().withReferenceFilter(repository).exec()) {
      Stream.of(Objects.requireNonNullElse(image.getRepoTags(), new String[0]))
          .filter(tag -> tag.startsWith(repository + TAG) && !tag.equals(newest))
          .forEach(this::remove);
    }
  }

  private void remove(String name) {
    try {
      client.removeImageCmd(name).exec();
    } catch (DockerException inUse) {
      // It goes when the next one is built.
    }
  }
}
