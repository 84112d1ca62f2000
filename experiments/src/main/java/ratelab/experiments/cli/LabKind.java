package ratelab.experiments.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.lab.Runtimes;
import ratelab.experiments.lab.docker.Engine;
import ratelab.experiments.scenario.Target;

/** Where {@code lab run} plays a scenario. */
enum LabKind {
  LOCAL,
  DOCKER,
  SIMULATED;

  private static final Path PROC = Path.of("/proc/self/stat");

  /**
   * The one asked for; else local processes, or containers where there is no /proc.
   *
   * @throws LabException if neither can be had
   */
  static LabKind chosen(@Nullable LabKind asked) {
    return asked == null ? usual(PROC, Engine::answers) : asked;
  }

  /** Why a target cannot run in this lab; empty if it can. */
  Optional<String> missing(Target target) {
    return this == LOCAL ? Runtimes.missing(target) : Optional.empty();
  }

  /**
   * @param proc there on Linux only
   * @param engine whether a Docker engine answers
   */
  static LabKind usual(Path proc, BooleanSupplier engine) {
    if (Files.isReadable(proc)) {
      return LOCAL;
    }
    if (engine.getAsBoolean()) {
      return DOCKER;
    }
    throw new LabException(
        "there is no /proc to see processes in, and no Docker engine answers: run this on Linux, or"
            + " start a Docker engine (Docker Desktop) for --lab docker; --lab simulated works"
            + " without either");
  }
}
