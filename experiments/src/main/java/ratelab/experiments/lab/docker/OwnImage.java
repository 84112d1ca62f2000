package ratelab.experiments.lab.docker;

import java.nio.file.Path;
import ratelab.experiments.scenario.Platform;
import ratelab.experiments.scenario.Words;

/**
 * An image of ours, which is built from its Dockerfile and in no other way.
 *
 * @param name without {@code ratelab/}
 * @param dockerfile its Dockerfile
 * @param context the directory with what it copies
 */
record OwnImage(String name, Path dockerfile, Path context) {
  static OwnImage exporter(Path home) {
    return ofModule(home, "exporter");
  }

  static OwnImage loadgen(Path home) {
    return ofModule(home, "loadgen");
  }

  /** The sample app, or its peer on another runtime. */
  static OwnImage target(Path home, Platform platform) {
    return platform == Platform.JAVALIN
        ? ofModule(home, "sample-app")
        : peer(home, Words.of(platform));
  }

  private static OwnImage ofModule(Path home, String module) {
    return new OwnImage(
        module,
        home.resolve("docker").resolve(module).resolve("Dockerfile"),
        home.resolve(module).resolve("target"));
  }

  private static OwnImage peer(Path home, String runtime) {
    return new OwnImage(
        "peer-" + runtime,
        home.resolve("docker/peers").resolve(runtime).resolve("Dockerfile"),
        home.resolve("sample-app/peers"));
  }
}
