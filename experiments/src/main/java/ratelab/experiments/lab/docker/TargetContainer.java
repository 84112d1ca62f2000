package ratelab.experiments.lab.docker;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import com.github.dockerjava.api.command.CreateContainerCmd;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.testcontainers.containers.GenericContainer;
import ratelab.experiments.lab.IndependentCpu;
import ratelab.experiments.lab.SampleStore;
import ratelab.experiments.lab.Setup;
import ratelab.experiments.lab.Stage;
import ratelab.experiments.lab.TargetCommand;
import ratelab.experiments.scenario.Target;

/**
 * The service under test in a container.
 *
 * @param process its container
 * @param pid its number in the run's PID namespace
 * @param url where it answers
 * @param handlerLog where what it logs of its handlers is kept
 * @param cpus the limit of its processors
 * @param throttling is told at its end what became of it under that limit
 */
record TargetContainer(
    ContainerMember process,
    String pid,
    URI url,
    Path handlerLog,
    OptionalDouble cpus,
    ThrottlingMeter throttling)
    implements Stage.Service, AutoCloseable {
  static final String NAME = "target";
  static final int PORT = 3000;

  /** Where the load's container asks it. */
  static final URI URL = URI.create("http://" + NAME + ":" + PORT + "/");

  private static final String ANY_ADDRESS = "0.0.0.0";
  private static final double NANOS = 1e9;
  private static final Path STDOUT = Path.of("/dev/stdout");

  /**
   * Starts it and waits until it is ready.
   *
   * @param namespace where its process is seen
   * @param throttling is told at its end how it was throttled
   * @param name what messages call it
   */
  static TargetContainer start(
      RunContainers containers,
      Setup setup,
      Target target,
      UsedImage image,
      PauseContainer namespace,
      ThrottlingMeter throttling,
      String name) {
    GenericContainer<?> container =
        containers.of(
            NAME,
            image,
            List.of(PORT),
            command -> {
              namespace.adopt(command);
              limit(command, target.cpus());
            });
    List<String> arguments = TargetCommand.arguments(target, ANY_ADDRESS, PORT, STDOUT);
    container.withCommand(arguments.toArray(String[]::new));
    Path handlerLog = setup.run().path().resolve("handled.jsonl");
    Set<String> before = namespace.firstProcesses();
    ContainerMember member =
        ContainerMember.start(
            name,
            container,
            setup.run().logs(),
            out ->
                new HandlerLogSplit(
                    // One started anew adds to what the first has logged.
                    Files.newOutputStream(handlerLog, CREATE, APPEND), Files.newOutputStream(out)));
    member.awaitListening(setup.readyWithin());
    return new TargetContainer(
        member,
        namespace.newcomer(before),
        member.url(PORT, "/"),
        handlerLog,
        target.cpus(),
        throttling);
  }

  /** Where the engine runs on this machine, its processes are seen from here, too. */
  IndependentCpu independentCpu() {
    return HostProcess.of(process).map(IndependentCpu::new).orElseGet(IndependentCpu::none);
  }

  /** From now on; empty without a limit. */
  Optional<ThrottlingReadings> readThrottling(SampleStore store) {
    return cpus.stream()
        .mapToObj(limit -> ThrottlingReadings.start(process, limit, store))
        .findFirst();
  }

  static void limit(CreateContainerCmd command, OptionalDouble cpus) {
    cpus.ifPresent(
        limit ->
            Objects.requireNonNull(command.getHostConfig())
                .withNanoCPUs(Math.round(limit * NANOS)));
  }

  @Override
  public void close() {
    try {
      cpus.ifPresent(limit -> throttling.add(process, limit));
    } finally {
      process.close();
    }
  }
}
