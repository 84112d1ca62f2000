package ratelab.experiments.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import ratelab.experiments.lab.Await.Look;
import ratelab.experiments.lab.Await.Look.NotYet;
import ratelab.experiments.lab.Await.Look.Seen;
import ratelab.experiments.oracle.PrometheusClient;
import ratelab.experiments.recording.RunDirectory;

/**
 * A real Prometheus that scrapes the exporter of a run, with data of its own.
 *
 * @param process its process
 * @param client asks it
 * @param data its data, of no use after the run
 * @param command its command line
 */
public record PrometheusProcess(
    ManagedProcess process, PrometheusClient client, Path data, List<String> command)
    implements PrometheusServer, AutoCloseable {
  private static final int ATTEMPTS = 3;
  private static final String WITHOUT =
      "\nrun with --prometheus none to go without, or with the path of another one";
  private static final String PORT_TAKEN = "address already in use";

  /**
   * Starts it and waits until it is ready. It takes no port 0, so a free one is looked for; another
   * program may take it first, and then the next one is tried.
   *
   * @param executable the {@code prometheus} to start
   * @param exporter what it scrapes
   * @param interval how often
   * @throws LabException if it ends or does not get ready; with the last lines of its log
   */
  public static PrometheusProcess start(
      Guardian guardian, Setup setup, Path executable, URI exporter, Duration interval) {
    RunDirectory run = setup.run();
    Path config = writeConfig(run, exporter, interval);
    Path data = config.resolveSibling("data");
    for (int attempt = 1; ; attempt++) {
      String name = attempt == 1 ? "prometheus" : "prometheus " + attempt;
      String address = "127.0.0.1:" + freePort();
      List<String> command = command(executable, config, data, address);
      ManagedProcess process = ManagedProcess.start(guardian, name, command, run.logs());
      PrometheusClient client = new PrometheusClient(URI.create("http://" + address));
      try {
        return new PrometheusProcess(process, client, data, command).ready(setup.readyWithin());
      } catch (LabException e) {
        client.close();
        if (attempt == ATTEMPTS || !process.lastWords().contains(PORT_TAKEN)) {
          throw new LabException(e.getMessage() + WITHOUT, e);
        }
      }
    }
  }

  /**
   * Starts it once more on the same data and address, after it has ended, and waits until it is
   * ready.
   *
   * @param name what messages call the new process
   */
  ManagedProcess startAnew(Guardian guardian, Setup setup, String name) {
    ManagedProcess again = ManagedProcess.start(guardian, name, command, setup.run().logs());
    return new PrometheusProcess(again, client, data, command).ready(setup.readyWithin()).process();
  }

  @Override
  public void close() {
    client.close();
    process.close();
    removeData();
  }

  private void removeData() {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new LabException("cannot remove Prometheus' data in " + data + ": " + e, e);
    }
  }

  private PrometheusProcess ready(Duration within) {
    return Await.until("Prometheus to get ready", within, this::look);
  }

  private Look<PrometheusProcess> look() {
    process.ensureAlive();
    try {
      return client.ready() ? new Seen<>(this) : new NotYet<>(process.lastWords());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted while waiting for Prometheus to get ready", e);
    }
  }

  private static List<String> command(
      Path executable, Path config, Path data, String listenAddress) {
    return List.of(
        executable.toString(),
        "--config.file=" + config,
        "--storage.tsdb.path=" + data,
        "--web.listen-address=" + listenAddress);
  }

  private static Path writeConfig(RunDirectory run, URI exporter, Duration interval) {
    Path file = run.path().resolve("prometheus").resolve("prometheus.yml");
    String config = PrometheusConfig.of(exporter, interval);
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, config);
    } catch (IOException e) {
      throw new LabException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** A port of the loopback interface that nothing listens on. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new LabException("there is no free port on 127.0.0.1: " + e.getMessage(), e);
    }
  }
}
