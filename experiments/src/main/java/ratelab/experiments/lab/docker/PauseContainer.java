package ratelab.experiments.lab.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.testcontainers.containers.GenericContainer;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.lab.Setup;

/**
 * Does nothing but hold the PID namespace of target and exporter, so that each of them may end and
 * start anew while the other lives, and reaps what the target's children leave behind.
 *
 * @param process its container
 */
record PauseContainer(ContainerMember process) implements AutoCloseable {
  private static final String NAME = "pause";

  // A first process gets no signal that it does not ask for; the shell's wait reaps orphans, too.
  private static final String PAUSE =
      "trap 'exit 0' TERM; echo listening on nothing; while :; do sleep 86400 & wait $!; done";

  // A container's first process has its parent outside of the namespace, which reads as 0; so has
  // this very shell.
  private static final String FIRST_PROCESSES =
      """
      for p in /proc/[0-9]*; do
        while read -r key value; do
          if [ "$key" = PPid: ] && [ "$value" = 0 ] && [ "$p" != /proc/$$ ]; then echo "${p#/proc/}"; fi
        done 2>/dev/null <"$p/status"
      done
      true
      """;

  /**
   * Starts it.
   *
   * @param image one that has a shell
   */
  static PauseContainer start(RunContainers containers, Setup setup, UsedImage image) {
    GenericContainer<?> container =
        containers.of(NAME, image, List.of(), command -> command.withEntrypoint("sh", "-c", PAUSE));
    ContainerMember member = ContainerMember.start(NAME, container, setup.run().logs());
    member.awaitListening(setup.readyWithin());
    return new PauseContainer(member);
  }

  /** Puts a container, which is yet to be created, into the namespace. */
  void adopt(CreateContainerCmd command) {
    Objects.requireNonNull(command.getHostConfig()).withPidMode("container:" + process.id());
  }

  /** The numbers that the first processes of all containers have in the namespace. */
  Set<String> firstProcesses() {
    return process.run("root", "sh", "-c", FIRST_PROCESSES).lines().collect(Collectors.toSet());
  }

  /**
   * The number of the one that has been started.
   *
   * @param before what was there before that
   */
  String newcomer(Set<String> before) {
    Set<String> now = firstProcesses();
    now.removeAll(before);
    if (now.size() != 1) {
      throw new LabException(
          "the target's process is not to be told from others in its container, "
              + now
              + "; leave the run's containers alone meanwhile");
    }
    return now.iterator().next();
  }

  @Override
  public void close() {
    process.close();
  }
}
