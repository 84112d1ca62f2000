package ratelab.experiments.lab.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;
import ratelab.experiments.lab.LabException;

/**
 * Locally built images in place of public ones, where no registry can be reached: by the file that
 * the system property {@code ratelab.images} names, and only if it is set. Testcontainers makes it,
 * by {@code testcontainers.properties}.
 */
public final class LocalImages extends ImageNameSubstitutor {
  /** The system property with the path of {@code images.properties}. */
  public static final String PROPERTY = "ratelab.images";

  /** An id is as sha256:0123: an image that the engine has, and no name to stand for. */
  private static final String ID = "sha256";

  @Override
  public DockerImageName apply(DockerImageName name) {
    @Nullable String file = System.getProperty(PROPERTY);
    if (file == null || name.getUnversionedPart().equals(ID)) {
      return name;
    }
    return local(Path.of(file), name.getUnversionedPart())
        .map(local -> DockerImageName.parse(local).asCompatibleSubstituteFor(name))
        .orElseThrow(
            () ->
                new LabException(
                    "there is no local image for %s in %s; add one there, or unset RATELAB_IMAGES to"
                            .formatted(name.asCanonicalNameString(), file)
                        + " pull it"));
  }

  private static Optional<String> local(Path file, String name) {
    Properties images = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      images.load(in);
    } catch (IOException e) {
      throw new LabException(
          "cannot read the list of local images, " + file + "; run docker/offline-images first", e);
    }
    return Optional.ofNullable(images.getProperty(name));
  }

  @Override
  protected String getDescription() {
    return "ratelab's local images";
  }
}
