package ratelab.experiments.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import ratelab.experiments.scenario.Platform;
import ratelab.experiments.scenario.Target;

/** Which targets can run as a process of this machine. */
public final class Runtimes {
  /** Where Debian puts the libraries of Node. */
  static final Path NODE_LIBRARIES = Path.of("/usr/share/nodejs");

  private Runtimes() {}

  /** Why a target cannot run, and the remedy; empty if it can. */
  public static Optional<String> missing(Target target) {
    return limit(target).or(() -> missing(target.platform(), HostCommand::onPath));
  }

  private static Optional<String> limit(Target target) {
    return target.cpus().stream()
        .mapToObj(
            cpus ->
                "a process on this machine cannot be limited to target.cpus "
                    + cpus
                    + "; play it in a container: --lab docker")
        .findFirst();
  }

  static Optional<String> missing(Platform platform, Function<String, Optional<Path>> programs) {
    return switch (platform) {
      case JAVALIN, OWN -> Optional.empty();
      case NODE -> program("Node", "node", "nodejs", programs);
      case EXPRESS -> program("Node", "node", "nodejs", programs).or(Runtimes::missingExpress);
      case PYTHON -> program("Python", "python3", "python3", programs);
      case GO -> program("Go", "go", "golang-go", programs);
    };
  }

  private static Optional<String> program(
      String runtime, String name, String debian, Function<String, Optional<Path>> programs) {
    return programs.apply(name).isPresent()
        ? Optional.empty()
        : Optional.of(
            "the target runs on %s, and there is no '%s' on the PATH; install it (Debian: apt install %s) or choose --target javalin"
                .formatted(runtime, name, debian));
  }

  /** Where Express is, if it is there. */
  public static Optional<Path> express() {
    return Optional.of(NODE_LIBRARIES.resolve("express")).filter(Files::isDirectory);
  }

  private static Optional<String> missingExpress() {
    return express().isPresent()
        ? Optional.empty()
        : Optional.of(
            "the target runs on Express, which is not in "
                + NODE_LIBRARIES
                + "; install it (Debian: apt install node-express) or choose --target node");
  }
}
