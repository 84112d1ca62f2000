package ratelab.experiments.lab.service;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ratelab.experiments.lab.ExporterConfig;
import ratelab.experiments.lab.ExporterProcess;
import ratelab.experiments.lab.Feed;
import ratelab.experiments.lab.Guardian;
import ratelab.experiments.lab.IndependentCpu;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.Lifetime;
import ratelab.experiments.lab.Member;
import ratelab.experiments.lab.PrometheusChoice;
import ratelab.experiments.lab.PrometheusExecutable;
import ratelab.experiments.lab.PrometheusProcess;
import ratelab.experiments.lab.RunFolders;
import ratelab.experiments.lab.SampleStore;
import ratelab.experiments.lab.Scraping;
import ratelab.experiments.lab.Setup;
import ratelab.experiments.recording.AccessLog;
import ratelab.experiments.scenario.OwnService;

/** Sets the stage of a user's service that this machine starts, sees or reaches. */
final class LocalServiceStage {
  private final OwnService own;
  private final Lifetime lifetime;
  private final Guardian guardian;
  private final Setup setup;
  private final Duration interval;

  private LocalServiceStage(
      OwnService own, Lifetime lifetime, Guardian guardian, Setup setup, Duration interval) {
    this.own = own;
    this.lifetime = lifetime;
    this.guardian = guardian;
    this.setup = setup;
    this.interval = interval;
  }

  /** A stage for this service. */
  static ServiceStage.Setting setting(OwnService own) {
    return (lifetime, setup, scenario, watch, listener) -> {
      Optional<Path> prometheus = prometheus(own, setup.prometheus(), listener);
      URI url = URI.create(own.url());
      LocalServiceLoad.ensureFound(scenario.load(), url);
      RunFolders.make(setup.run());
      Guardian guardian =
          lifetime.add(Guardian.start(setup.run().logs().resolve("guardian.err.log")));
      return new LocalServiceStage(own, lifetime, guardian, setup, scenario.scrapeInterval())
          .set(new LocalServiceLoad(guardian, setup, url, watch, listener), prometheus);
    };
  }

  private ServiceStage set(ServiceLoad load, Optional<Path> prometheus) {
    ServiceAddress address = new ServiceAddress(URI.create(own.url()));
    Optional<AccessLog> accessLog = own.accessLog().map(LocalServiceStage::accessLog);
    Optional<ServiceProcess> process = process(address.url());
    address.ensureReachable();
    accessLog.ifPresent(LocalServiceStage::check);
    Optional<ExporterProcess> exporter = process.map(this::exporter);
    Feed feed = feed(process, exporter);
    Optional<PrometheusProcess> server =
        prometheus.map(
            executable ->
                lifetime.add(
                    PrometheusProcess.start(
                        guardian, setup, executable, scraped(exporter), interval)));
    return new ServiceStage(
        "local",
        address.url(),
        group(),
        Stream.<Optional<? extends Member>>of(
                process.map(ServiceProcess::member), exporter.map(ExporterProcess::process))
            .<Member>flatMap(Optional::stream)
            .toList(),
        feed,
        server.map(found -> found),
        address
            .connections(process)
            .map(table -> lifetime.add(new AbandonedLooks(table, address.port(), setup.clock()))),
        accessLog,
        load,
        versions(feed),
        Map::of);
  }

  /**
   * The one that is to scrape the exporter, too.
   *
   * @throws LabException if it cannot be had
   */
  private static Optional<Path> prometheus(
      OwnService own, PrometheusChoice choice, LabListener listener) {
    if (!(own.source() instanceof OwnService.Prometheus stored)) {
      return PrometheusExecutable.of(choice, listener);
    }
    if (choice instanceof PrometheusChoice.Executable
        || choice instanceof PrometheusChoice.Attached) {
      throw new LabException(
          "the samples are those of the Prometheus at "
              + stored.url()
              + ", and there is nothing for another one to scrape: leave out --prometheus, or give"
              + " target.exporter in place of target.prometheus");
    }
    return Optional.empty();
  }

  private Optional<ServiceProcess> process(URI url) {
    return switch (own.source()) {
      case OwnService.Command command ->
          Optional.of(ServiceProcess.start(lifetime, guardian, setup, command, url));
      case OwnService.Pid pid -> Optional.of(ServiceProcess.find(pid));
      case OwnService.Exporter _, OwnService.Prometheus _ -> Optional.empty();
      case OwnService.Image image ->
          throw new LabException(
              "the image "
                  + image.name()
                  + " runs in a container, and the local lab starts processes: use --lab docker, or"
                  + " start the service as target.command");
    };
  }

  private ExporterProcess exporter(ServiceProcess process) {
    return lifetime.add(
        ExporterProcess.start(guardian, setup, process.stat().identity(), "exporter"));
  }

  private Feed feed(Optional<ServiceProcess> process, Optional<ExporterProcess> exporter) {
    if (own.source() instanceof OwnService.Prometheus stored) {
      return lifetime.add(new PrometheusFeed(stored, interval, setup.clock()));
    }
    IndependentCpu cpu =
        process
            .map(found -> new IndependentCpu(found.stat().pid()))
            .orElseGet(IndependentCpu::none);
    return lifetime.add(
        new Scraping(scraped(exporter), interval, cpu, setup.clock(), new SampleStore(group())));
  }

  /** Where the metrics are: at the exporter that the user has, or at the lab's own. */
  private URI scraped(Optional<ExporterProcess> exporter) {
    return own.source() instanceof OwnService.Exporter watched
        ? URI.create(watched.url())
        : exporter.orElseThrow().url();
  }

  private static Map<String, String> versions(Feed feed) {
    return feed instanceof PrometheusFeed asked
        ? asked.version().map(version -> Map.of(ServiceStage.PROMETHEUS, version)).orElse(Map.of())
        : Map.of();
  }

  private String group() {
    return switch (own.source()) {
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
}
