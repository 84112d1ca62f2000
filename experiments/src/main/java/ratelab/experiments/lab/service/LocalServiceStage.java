package ratelab.experiments.lab.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ratelab.experiments.lab.ConnectionTable;
import ratelab.experiments.lab.ExporterConfig;
import ratelab.experiments.lab.ExporterProcess;
import ratelab.experiments.lab.Feed;
import ratelab.experiments.lab.Guardian;
import ratelab.experiments.lab.IndependentCpu;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.lab.Lifetime;
import ratelab.experiments.lab.RunFolders;
import ratelab.experiments.lab.SampleStore;
import ratelab.experiments.lab.Scraping;
import ratelab.experiments.lab.Setup;
import ratelab.experiments.recording.AccessLog;
import ratelab.experiments.scenario.OwnService;

/** Sets the stage of a user's service that this machine starts, sees or reaches. */
final class LocalServiceStage {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private LocalServiceStage() {}

  /** A stage for this service. */
  static ServiceStage.Setting setting(OwnService own) {
    return (lifetime, setup, scenario, watch, listener) -> {
      RunFolders.make(setup.run());
      Guardian guardian =
          lifetime.add(Guardian.start(setup.run().logs().resolve("guardian.err.log")));
      URI url = URI.create(own.url());
      return set(
          lifetime,
          guardian,
          setup,
          scenario.scrapeInterval(),
          own,
          new LocalServiceLoad(guardian, setup, url, watch, listener));
    };
  }

  private static ServiceStage set(
      Lifetime lifetime,
      Guardian guardian,
      Setup setup,
      Duration interval,
      OwnService own,
      ServiceLoad load) {
    URI url = URI.create(own.url());
    Optional<AccessLog> accessLog = own.accessLog().map(LocalServiceStage::accessLog);
    Optional<ServiceProcess> process =
        switch (own.source()) {
          case OwnService.Command command ->
              Optional.of(ServiceProcess.start(lifetime, guardian, setup, command, url));
          case OwnService.Pid pid -> Optional.of(ServiceProcess.find(pid));
          case OwnService.Exporter _, OwnService.Prometheus _ -> Optional.empty();
          case OwnService.Image image -> throw noContainers(image);
        };
    checkReachable(url);
    accessLog.ifPresent(LocalServiceStage::check);
    Optional<ExporterProcess> exporter =
        process.map(
            found ->
                lifetime.add(
                    ExporterProcess.start(guardian, setup, found.stat().identity(), "exporter")));
    Feed feed =
        switch (own.source()) {
          case OwnService.Command _, OwnService.Pid _ ->
              lifetime.add(
                  new Scraping(
                      exporter.orElseThrow().url(),
                      interval,
                      new IndependentCpu(process.orElseThrow().stat().pid()),
                      setup.clock()));
          case OwnService.Image image -> throw noContainers(image);
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
        "local",
        url,
        group(own.source()),
        Stream.concat(
                process.map(ServiceProcess::member).stream(),
                exporter.map(ExporterProcess::process).stream())
            .toList(),
        feed,
        connections(url, process)
            .map(table -> lifetime.add(new AbandonedLooks(table, port(url), setup.clock()))),
        accessLog,
        load,
        versions(feed),
        Map::of);
  }

  private static Map<String, String> versions(Feed feed) {
    return feed instanceof PrometheusFeed asked
        ? asked.version().map(version -> Map.of(ServiceStage.PROMETHEUS, version)).orElse(Map.of())
        : Map.of();
  }

  private static LabException noContainers(OwnService.Image image) {
    return new LabException(
        "the image "
            + image.name()
            + " runs in a container, and the local lab starts processes: use --lab docker, or start"
            + " the service as target.command");
  }

  private static String group(OwnService.Source source) {
    return switch (source) {
      case OwnService.Command _, OwnService.Image _, OwnService.Pid _ -> ExporterConfig.TARGET;
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
