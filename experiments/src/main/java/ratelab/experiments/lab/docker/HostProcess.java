package ratelab.experiments.lab.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** The pid of a container's first process, as this machine has it. */
final class HostProcess {
  private HostProcess() {}

  /** Empty where the engine's processes cannot be seen, such as with an engine elsewhere. */
  static Optional<Long> of(ContainerMember member) {
    Long pid =
        Objects.requireNonNull(
            member.container().getCurrentContainerInfo().getState().getPidLong());
    try {
      // The same number may be another process here.
      return Files.readString(Path.of("/proc", pid.toString(), "cgroup")).contains(member.id())
          ? Optional.of(pid)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
