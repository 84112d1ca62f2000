package ratelab.experiments.lab.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalInt;
import org.testcontainers.containers.Container;
import org.testcontainers.containers.ExecConfig;
import org.testcontainers.containers.GenericContainer;
import ratelab.experiments.lab.Await;
import ratelab.experiments.lab.Await.Look.NotYet;
import ratelab.experiments.lab.Await.Look.Seen;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.lab.LogTail;
import ratelab.experiments.lab.Member;

/**
 * A container of the run: its output goes to files under the run's {@code logs/}, its end is
 * noticed, and closing it asks politely before it forces.
 */
final class ContainerMember implements Member, AutoCloseable {
  private static final String READY = "listening on ";
  private static final int POLITE_SECONDS = 10;
  private static final int FROM_OUTSIDE = 128;

  private final String name;
  private final GenericContainer<?> container;
  private final String id;
  private final Path out;
  private final Path err;
  private final ContainerLogs logs;
  private final ContainerEnd end;

  private ContainerMember(
      String name,
      GenericContainer<?> container,
      Path out,
      Path err,
      ContainerLogs logs,
      ContainerEnd end) {
    this.name = name;
    this.container = container;
    this.id = container.getContainerId();
    this.out = out;
    this.err = err;
    this.logs = logs;
    this.end = end;
  }

  /** Where a container's stdout goes. */
  @FunctionalInterface
  interface Sink {
    OutputStream open(Path file) throws IOException;
  }

  /**
   * Starts a container.
   *
   * @param name what messages call it; also its log files' name
   * @param logs directory of its log files
   */
  static ContainerMember start(String name, GenericContainer<?> container, Path logs) {
    return start(name, container, logs, Files::newOutputStream);
  }

  /**
   * Starts a container.
   *
   * @param sink gets its stdout, and the file where that would usually go
   */
  static ContainerMember start(String name, GenericContainer<?> container, Path logs, Sink sink) {
    try {
      return started(name, container, logs, sink);
    } catch (IOException | RuntimeException e) {
      throw EngineTrouble.explain("start the " + name + " container", e);
    }
  }

  private static ContainerMember started(
      String name, GenericContainer<?> container, Path logs, Sink sink) throws IOException {
    try {
      container.start();
    } catch (RuntimeException e) {
      if (hasEnded(container)) {
        ContainerMember member = following(name, container, logs, sink, 0);
        throw member.endedBefore(member.state());
      }
      throw e;
    }
    return following(name, container, logs, sink, 0);
  }

  /** Some end at once, before Testcontainers has seen them run. */
  private static boolean hasEnded(GenericContainer<?> container) {
    return container.getContainerId() != null
        && "exited".equals(container.getCurrentContainerInfo().getState().getStatus());
  }

  /**
   * Starts the container once more, as it is, after it has ended.
   *
   * @param again what messages call it from now on
   * @param logs directory of its log files
   */
  ContainerMember startAnew(String again, Path logs) {
    try {
      container.getDockerClient().startContainerCmd(id).exec();
      return following(
          again,
          container,
          logs,
          Files::newOutputStream,
          Math.toIntExact(Instant.parse(state().getStartedAt()).getEpochSecond()));
    } catch (IOException | RuntimeException e) {
      throw EngineTrouble.explain("start the " + name + " container anew", e);
    }
  }

  /**
   * @param sinceSeconds of the epoch: what it printed before that is not of interest
   */
  private static ContainerMember following(
      String name, GenericContainer<?> container, Path logs, Sink sink, int sinceSeconds)
      throws IOException {
    String file = name.replace(' ', '-');
    Path out = logs.resolve(file + ".out.log");
    Path err = logs.resolve(file + ".err.log");
    DockerClient client = container.getDockerClient();
    String id = container.getContainerId();
    ContainerEnd end = new ContainerEnd();
    client.waitContainerCmd(id).exec(end);
    ContainerLogs following = ContainerLogs.follow(client, id, sinceSeconds, sink.open(out), err);
    return new ContainerMember(name, container, out, err, following, end);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public OptionalInt exitStatus() {
    return end.status();
  }

  @Override
  public String lastWords() {
    if (end.status().isPresent()) {
      logs.awaitComplete();
    }
    String stopped =
        exitStatus().orElse(0) > FROM_OUTSIDE
            ? "something ended it from outside (a docker stop, the engine's own end, a memory"
                + " limit); "
            : "";
    return stopped + noSpace() + LogTail.of(err, out);
  }

  /** A full disk is worth naming wherever it is said: the last lines may be a stack trace. */
  private String noSpace() {
    try {
      return Files.readString(err, StandardCharsets.UTF_8).contains(EngineTrouble.NO_SPACE)
          ? EngineTrouble.NO_SPACE + ": " + EngineTrouble.FREE_SPACE + "; "
          : "";
    } catch (IOException e) {
      return "";
    }
  }

  String id() {
    return id;
  }

  GenericContainer<?> container() {
    return container;
  }

  /** Where one of its ports is reached from this machine. */
  URI url(int port, String path) {
    Ports.Binding[] published =
        container
            .getCurrentContainerInfo()
            .getNetworkSettings()
            .getPorts()
            .getBindings()
            .get(ExposedPort.tcp(port));
    if (published == null || published.length == 0) {
      throw unpublished(port);
    }
    return URI.create(
        "http://" + container.getHost() + ":" + published[0].getHostPortSpec() + path);
  }

  /** A container that has ended has no ports any more, and its end may not have been told yet. */
  private LabException unpublished(int port) {
    InspectContainerResponse.ContainerState state = state();
    return Boolean.FALSE.equals(state.getRunning())
        ? endedBefore(state)
        : new LabException(
            "port %d of the %s is not published; %s".formatted(port, name, lastWords()));
  }

  private LabException endedBefore(InspectContainerResponse.ContainerState state) {
    logs.awaitComplete();
    return ended(Math.toIntExact(Objects.requireNonNull(state.getExitCodeLong())));
  }

  /**
   * Runs a program in the container and returns what it prints to stdout.
   *
   * @throws LabException if it fails
   */
  String run(String user, String... command) {
    try {
      Container.ExecResult result =
          container.execInContainer(ExecConfig.builder().user(user).command(command).build());
      if (result.getExitCode() != 0) {
        throw new LabException(
            "%s in the %s container ended with status %d; %s"
                .formatted(command[0], name, result.getExitCode(), result.getStderr()));
      }
      return result.getStdout();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted while running " + command[0], e);
    } catch (IOException | RuntimeException e) {
      throw EngineTrouble.explain("run " + command[0] + " in the " + name + " container", e);
    }
  }

  private InspectContainerResponse.ContainerState state() {
    return container.getCurrentContainerInfo().getState();
  }

  /** Waits for the line {@code listening on URL} on its stdout. */
  void awaitListening(Duration atMost) {
    Await.until(
        "the " + name + " to print '" + READY + "URL'",
        atMost,
        () -> {
          ensureAlive();
          return isListening() ? new Seen<>(true) : new NotYet<>(lastWords());
        });
  }

  private boolean isListening() {
    try {
      return Files.readString(out, StandardCharsets.UTF_8)
          .lines()
          .anyMatch(l -> l.startsWith(READY));
    } catch (IOException e) {
      return false;
    }
  }

  /** Gracefully: a hasty end loses what was not yet printed. */
  @Override
  public void close() {
    try {
      stop();
      logs.awaitComplete();
    } finally {
      container.stop();
    }
  }

  /** Ends it and keeps it, so that it can be started anew. */
  void stop() {
    try {
      container.getDockerClient().stopContainerCmd(id).withTimeout(POLITE_SECONDS).exec();
    } catch (NotModifiedException | NotFoundException ended) {
      // It had ended by itself.
    } catch (RuntimeException e) {
      throw EngineTrouble.explain("stop the " + name + " container", e);
    }
  }
}
