package ratelab.exporter;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import ratelab.exporter.group.ConfigException;
import ratelab.exporter.group.GroupRules;
import ratelab.exporter.group.GroupTracker;
import ratelab.exporter.group.RulesFile;
import ratelab.exporter.group.SharedScan;
import ratelab.exporter.http.MetricsServer;
import ratelab.exporter.metrics.BuildInfo;
import ratelab.exporter.metrics.ProcessGroupCollector;
import ratelab.exporter.proc.Procfs;
import ratelab.exporter.proc.UserNames;

/** The parts, put together and running. */
final class Exporter implements AutoCloseable {
  private static final Path PASSWD = Path.of("/etc/passwd");

  private final SharedScan scan;
  private final MetricsServer server;
  private final boolean tracksNothing;
  private final Optional<String> whyNoCpuClock;

  private Exporter(
      SharedScan scan,
      MetricsServer server,
      boolean tracksNothing,
      Optional<String> whyNoCpuClock) {
    this.scan = scan;
    this.server = server;
    this.tracksNothing = tracksNothing;
    this.whyNoCpuClock = whyNoCpuClock;
  }

  /**
   * Reads the configuration, makes the first scan, and listens.
   *
   * @throws ConfigException if the configuration is wrong
   * @throws IOException if the procfs cannot be read or the address cannot be bound
   */
  static Exporter start(ExporterOptions options, String version)
      throws ConfigException, IOException {
    GroupRules rules =
        options.config().isPresent()
            ? RulesFile.read(options.config().get(), options.children())
            : GroupRules.none();
    Procfs procfs = readable(options.procfs(), () -> Procfs.open(options.procfs()));
    GroupTracker tracker =
        readable(options.procfs(), () -> GroupTracker.start(procfs, rules, new UserNames(PASSWD)));
    SharedScan scan = new SharedScan(tracker::scan);
    PrometheusRegistry registry = new PrometheusRegistry();
    registry.register(new ProcessGroupCollector(scan::join));
    registry.register(new BuildInfo(version, Runtime.version().toString()));
    MetricsServer server =
        MetricsServer.start(options.listenAddress(), options.telemetryPath(), registry);
    return new Exporter(scan, server, rules.isEmpty(), procfs.whyNoCpuClock());
  }

  /** Something that is made by reading a procfs. */
  private interface FromProcfs<T> {
    T read() throws IOException;
  }

  private static <T> T readable(Path root, FromProcfs<T> made) throws IOException {
    try {
      return made.read();
    } catch (IOException e) {
      throw new IOException(
          "%s is no procfs: %s; give -procfs the place where one is mounted"
              .formatted(root, e.getMessage()),
          e);
    }
  }

  String url() {
    return server.url();
  }

  /** Legal, and seldom meant: a configuration without {@code process_names}, or none at all. */
  boolean tracksNothing() {
    return tracksNothing;
  }

  Optional<String> whyNoCpuClock() {
    return whyNoCpuClock;
  }

  @Override
  public void close() {
    server.close();
    scan.close();
  }
}
