package ratelab.experiments.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ratelab.experiments.recording.AccessLog;
import ratelab.experiments.scenario.OwnService;
import ratelab.experiments.scenario.Scenario;

/**
 * A user's service, and what watches it, ready.
 *
 * @param url where the service answers
 * @param group the group that holds it
 * @param process its process, where the lab may look at it
 * @param exporter the lab's own exporter, if one watches it
 * @param feed its samples
 * @param abandoned its connections, where the lab may look at them
 * @param accessLog its own log of requests, from the run's start on
 */
record ServiceStage(
    URI url,
    String group,
    Optional<ServiceProcess> process,
    Optional<Member> exporter,
    Feed feed,
    Optional<AbandonedLooks> abandoned,
    Optional<AccessLog> accessLog) {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /**
   * Starts what is to be started and waits until it is ready.
   *
   * @param lifetime closes it
   * @throws LabException if something cannot be started or found
   */
  static ServiceStage set(
      Lifetime lifetime, Guardian guardian, Setup setup, Scenario scenario, OwnService own) {
    URI url = URI.create(own.url());
    Optional<AccessLog> accessLog = own.accessLog().map(ServiceStage::accessLog);
    Optional<ServiceProcess> process =
        switch (own.source()) {
          case OwnService.Command command ->
              Optional.of(ServiceProcess.start(lifetime, guardian, setup, command, url));
          case OwnService.Pid pid -> Optional.of(ServiceProcess.find(pid));
          case OwnService.Exporter _, OwnService.Prometheus _ -> Optional.empty();
        };
    checkReachable(url);
    accessLog.ifPresent(ServiceStage::check);
    Optional<ExporterProcess> exporter =
        process.map(
            found ->
                lifetime.add(
                    ExporterProcess.start(guardian, setup, found.stat().identity(), "exporter")));
    Duration interval = scenario.scrapeInterval();
    Feed feed =
        switch (own.source()) {
          case OwnService.Command _, OwnService.Pid _ ->
              lifetime.add(
                  new Scraping(
                      exporter.orElseThrow().url(),
                      interval,
                      new IndependentCpu(process.orElseThrow().stat().pid()),
                      setup.clock()));
          case OwnService.Exporter watched ->
              lifetime.add(
                  new Scraping(
                      URI.create(watched.url()),
                      interval,
                      IndependentCpu.none(),
                      setup.clock(),
                      new SampleStore(watched.group())));
          case OwnService.Prometheus stored ->
              lifetime.add(new PrometheusFeed(stored, interval, setup.clock()));
        };
    return new ServiceStage(
        url,
        group(own.source()),
        process,
        exporter.map(ExporterProcess::process),
        feed,
        connections(url, process)
            .map(table -> lifetime.add(new AbandonedLooks(table, port(url), setup.clock()))),
        accessLog);
  }

  /** What the run cannot go on without. */
  List<Member> members() {
    return Stream.concat(process.map(ServiceProcess::member).stream(), exporter.stream()).toList();
  }

  private static String group(OwnService.Source source) {
    return switch (source) {
      case OwnService.Command _, OwnService.Pid _ -> ExporterConfig.TARGET;
      case OwnService.Exporter watched -> watched.group();
      case OwnService.Prometheus stored -> stored.group();
    };
  }

  private static AccessLog accessLog(OwnService.StatedLog stated) {
    Path file = Path.of(stated.file());
    try {
      // What a service that is about to start writes is of interest from its first line on.
      return new AccessLog(file, stated.pattern(), Files.exists(file) ? Files.size(file) : 0);
    } catch (IOException e) {
      throw new LabException("cannot read the access log " + file + ": " + e.getMessage(), e);
    }
  }

  /** Whether the service's access log is there, now that the service is. */
  private static void check(AccessLog log) {
    if (!Files.isReadable(log.file())) {
      throw new LabException(
          "there is no access log "
              + log.file().toAbsolutePath()
              + " that can be read: check target.access-log.file");
    }
  }

  /** Whether anything takes connections; how it answers is the calibration's question. */
  private static void checkReachable(URI url) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(url.getHost(), port(url)), CONNECT_MILLIS);
    } catch (IOException e) {
      throw new LabException(
          "nothing takes connections at " + url + " (" + e.getMessage() + "): check target.url", e);
    }
  }

  /** Of the service's network, if its process is known; else of this machine's, if it is here. */
  private static Optional<ConnectionTable> connections(URI url, Optional<ServiceProcess> process) {
    return process
        .map(found -> found.stat().pid())
        .or(() -> isHere(url) ? Optional.of(ProcessHandle.current().pid()) : Optional.empty())
        .map(ConnectionTable::new)
        .filter(ConnectionTable::isReadable);
  }

  private static boolean isHere(URI url) {
    try {
      return InetAddress.getByName(url.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static int port(URI url) {
    if (url.getPort() > 0) {
      return url.getPort();
    }
    return "https".equals(url.getScheme()) ? HTTPS : HTTP;
  }
}
