package ratelab.exporter;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import ratelab.exporter.http.WebServer;
import ratelab.exporter.http.auth.PasswordChecks;
import ratelab.exporter.http.config.WebConfigWatch;
import ratelab.exporter.yaml.ConfigException;

/** The parts, put together and running. */
final class Exporter implements AutoCloseable {
  private final Tracking tracking;
  private final WebServer server;
  private final String url;
  private final List<String> webWarnings;

  private Exporter(Tracking tracking, WebServer server, String url, List<String> webWarnings) {
    this.tracking = tracking;
    this.server = server;
    this.url = url;
    this.webWarnings = webWarnings;
  }

  /**
   * Reads the configuration, makes the first scan, and listens.
   *
   * @throws ConfigException if the configuration is wrong
   * @throws IOException if the procfs cannot be read or the address cannot be bound
   */
  static Exporter start(ExporterOptions options, String version)
      throws ConfigException, IOException {
    InstantSource clock = InstantSource.system();
    WebConfigWatch web = WebConfigWatch.start(options.web().config(), PasswordChecks.withBcrypt());
    Tracking tracking = Tracking.start(options, clock);
    Pages pages = new Pages(options, tracking, version, clock);
    WebServer server = WebServer.start(options.web().listenAddress(), web, pages.routes());
    String url = server.url() + options.web().telemetryPath();
    return new Exporter(tracking, server, url, web.get().warnings());
  }

  /** Where the metrics are, with the port really bound. */
  String url() {
    return url;
  }

  /** Legal, and seldom meant: a configuration without {@code process_names}, or none at all. */
  boolean tracksNothing() {
    return tracking.rules().inUse().isEmpty();
  }

  Optional<String> whyNoCpuClock() {
    return tracking.procfs().whyNoCpuClock();
  }

  /** What the web configuration asks for and does not get. */
  List<String> webWarnings() {
    return webWarnings;
  }

  /** Has the configuration read again before the next scan. */
  void reload() {
    tracking.rules().reloadSoon();
  }

  @Override
  public void close() {
    server.close();
    tracking.close();
  }
}
