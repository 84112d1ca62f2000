package ratelab.experiments.lab.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import ratelab.experiments.RequiredTools;
import ratelab.experiments.lab.Await;
import ratelab.experiments.lab.Await.Look.NotYet;
import ratelab.experiments.lab.Await.Look.Seen;

/**
 * A Docker engine of a test's own, which may be killed without harm to anybody: in namespaces for
 * its network, its mounts and its processes. All that it ever started, containers too, ends with
 * the first process of the last one, which waits for its stdin to close, so at the latest when this
 * JVM ends.
 */
final class PrivateEngine implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(40);
  private static final Duration END = Duration.ofSeconds(10);

  /**
   * Under a fresh {@code /run} the engine takes no containerd of this machine's, but starts one.
   * What it stores goes with its mounts. The shell stays, to wait for whoever ends.
   */
  private static final String FIRST_PROCESS =
      """
      mount -t tmpfs tmpfs /run && mkdir "$0/data" && mount -t tmpfs tmpfs "$0/data" &&
        ip link set lo up || exit 1
      dockerd --data-root "$0/data" --exec-root /run/exec --pidfile /run/pid --host "unix://$0/sock" \
        --exec-opt native.cgroupdriver=cgroupfs --cgroup-parent "$1" </dev/null >"$0/log" 2>&1 &
      cat
      exit 0
      """;

  private final Path directory;
  private final String controlGroup = "ratelab-engine-" + UUID.randomUUID();
  private final Process unshared;

  private PrivateEngine(Path directory) throws IOException {
    this.directory = directory;
    unshared =
        new ProcessBuilder(
                "unshare",
                "--net",
                "--mount",
                "--pid",
                "--fork",
                "--kill-child=KILL",
                "--mount-proc",
                "sh",
                "-c",
                FIRST_PROCESS,
                directory.toString(),
                controlGroup)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("first-process.log").toFile())
            .start();
  }

  /**
   * Starts one, or ends the calling test as skipped: only root can.
   *
   * @param directory where it keeps everything
   */
  static PrivateEngine start(Path directory) throws IOException {
    if (!System.getProperty("user.name").equals("root")) {
      String reason = "an engine of the test's own needs root";
      System.err.println("SKIPPED: " + reason);
      throw new TestAbortedException(reason);
    }
    Stream.of("dockerd", "docker").forEach(tool -> RequiredTools.locate(tool, "docker"));
    Stream.of("unshare", "nsenter").forEach(tool -> RequiredTools.locate(tool, "util-linux"));
    RequiredTools.locate("ip", "iproute2");
    PrivateEngine engine = new PrivateEngine(directory);
    try {
      engine.awaitAnswer();
    } catch (RuntimeException | Error e) {
      engine.close();
      throw e;
    }
    return engine;
  }

  /** Where it listens. */
  String host() {
    return "unix://" + directory.resolve("sock");
  }

  /** Copies images from the machine's engine. */
  void load(List<String> images) throws IOException {
    List<String> save = new ArrayList<>(List.of("docker", "save"));
    save.addAll(images);
    List<ProcessBuilder> pipe =
        List.of(
            new ProcessBuilder(save),
            new ProcessBuilder("docker", "--host", host(), "load").redirectOutput(log()));
    pipe.forEach(command -> command.redirectError(log()));
    for (Process process : ProcessBuilder.startPipeline(pipe)) {
      assertThat(process.onExit().orTimeout(60, TimeUnit.SECONDS).join().exitValue()).isZero();
    }
  }

  /** A command that runs where the engine does, and sees its network and its processes. */
  List<String> within(List<String> command) {
    List<String> all = new ArrayList<>(List.of("nsenter", "--target"));
    all.add(Long.toString(firstProcess().pid()));
    all.addAll(List.of("--net", "--mount", "--pid"));
    all.addAll(command);
    return all;
  }

  /** As a crash of it: its containers live on, and nobody answers. */
  void kill() throws InterruptedException {
    ProcessHandle dockerd =
        unshared
            .descendants()
            .filter(p -> p.info().command().filter(c -> c.endsWith("/dockerd")).isPresent())
            .findFirst()
            .orElseThrow();
    assertThat(dockerd.destroyForcibly()).isTrue();
    awaitEnd(List.of(dockerd));
  }

  @Override
  public void close() throws IOException {
    List<ProcessHandle> all = unshared.descendants().toList();
    unshared.getOutputStream().close();
    try {
      awaitEnd(all);
    } finally {
      unshared.destroyForcibly();
      removeControlGroups();
    }
  }

  private ProcessHandle firstProcess() {
    return unshared.children().findFirst().orElseThrow();
  }

  private void awaitAnswer() {
    Await.until(
        "the private engine to answer",
        START,
        () ->
            exitStatus("docker", "--host", host(), "version") == 0
                ? new Seen<>(true)
                : new NotYet<>("see " + directory.resolve("log")));
  }

  private static void awaitEnd(List<ProcessHandle> processes) {
    Await.until(
        "the private engine's processes to end",
        END,
        () -> {
          List<ProcessHandle> left = processes.stream().filter(ProcessHandle::isAlive).toList();
          return left.isEmpty() ? new Seen<>(true) : new NotYet<>("left: " + left);
        });
  }

  private int exitStatus(String... command) {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(log())
          .start()
          .onExit()
          .orTimeout(10, TimeUnit.SECONDS)
          .join()
          .exitValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ProcessBuilder.Redirect log() {
    return ProcessBuilder.Redirect.appendTo(new File(directory.toFile(), "client.log"));
  }

  /** Empty ones stay behind a container that was killed. */
  private void removeControlGroups() throws IOException {
    try (Stream<Path> groups =
        Files.find(
            Path.of("/sys/fs/cgroup"),
            2,
            (path, _) -> String.valueOf(path.getFileName()).equals(controlGroup))) {
      for (Path group : groups.toList()) {
        try (Stream<Path> inside = Files.find(group, 2, (_, a) -> a.isDirectory())) {
          inside.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
      }
    }
  }
}
