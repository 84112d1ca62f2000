package ratelab.experiments.lab.docker;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the target was throttled; read at its end, while its control group is still there. */
final class Throttling {
  private volatile @Nullable CpuLimit limit;

  /** Reads it, if the container still runs. */
  void read(ContainerMember target, double cpus) {
    if (target.exitStatus().isEmpty()) {
      limit = CpuLimit.read(target.container().getDockerClient(), target.id(), cpus);
    }
  }

  /** Empty before it was read. */
  Optional<CpuLimit> limit() {
    return Optional.ofNullable(limit);
  }
}
