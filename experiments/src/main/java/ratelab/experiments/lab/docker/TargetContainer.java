package ratelab.experiments.lab.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.testcontainers.containers.GenericContainer;
import ratelab.experiments.lab.IndependentCpu;
import ratelab.experiments.lab.Setup;
import ratelab.experiments.lab.Stage;
import ratelab.experiments.lab.TargetCommand;
import ratelab.experiments.scenario.Target;

/**
 * The service under test in a container; its process is the first of a PID namespace.
 *
 * @param process its container
 * @param url where it answers
 * @param handlerLog where what it logs of its handlers is kept
 * @param cpus the limit of its processors
 * @param throttling what became of it under that limit, known when it has ended
 */
record TargetContainer(
    ContainerMember process, URI url, Path handlerLog, OptionalDouble cpus, Throttling throttling)
    implements Stage.Service, AutoCloseable {
  static final String NAME = "target";
  static final int PORT = 3000;

  /** Where the load's container asks it. */
  static final URI URL = URI.create("http://" + NAME + ":" + PORT + "/");

  private static final String ANY_ADDRESS = "0.0.0.0";
  private static final double NANOS = 1e9;
  private static final Path STDOUT = Path.of("/dev/stdout");

  /** Starts it and waits until it is ready. */
  static TargetContainer start(
      RunContainers containers, Setup setup, Target target, UsedImage image) {
    GenericContainer<?> container =
        containers.of(NAME, image, List.of(PORT), command -> limit(command, target.cpus()));
    List<String> arguments = TargetCommand.arguments(target, ANY_ADDRESS, PORT, STDOUT);
    container.withCommand(arguments.toArray(String[]::new));
    Path handlerLog = setup.run().path().resolve("handled.jsonl");
    ContainerMember member =
        ContainerMember.start(
            NAME,
            container,
            setup.run().logs(),
            out ->
                new HandlerLogSplit(Files.newOutputStream(handlerLog), Files.newOutputStream(out)));
    member.awaitListening(setup.readyWithin());
    return new TargetContainer(
        member, member.url(PORT, "/"), handlerLog, target.cpus(), new Throttling());
  }

  /** Where the engine runs on this machine, its processes are seen from here, too. */
  IndependentCpu independentCpu() {
    return HostProcess.of(process).map(IndependentCpu::new).orElseGet(IndependentCpu::none);
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
      cpus.ifPresent(limit -> throttling.read(process, limit));
    } finally {
      process.close();
    }
  }
}
