package ratelab.experiments.lab.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import ratelab.experiments.lab.ExporterConfig;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.lab.Lifetime;
import ratelab.experiments.lab.PrometheusServer;
import ratelab.experiments.lab.RunFolders;
import ratelab.experiments.lab.RunWatch;
import ratelab.experiments.lab.Scraping;
import ratelab.experiments.lab.Setup;
import ratelab.experiments.lab.service.AbandonedLooks;
import ratelab.experiments.lab.service.LabsLoad;
import ratelab.experiments.lab.service.ServiceStage;
import ratelab.experiments.scenario.OwnService;
import ratelab.experiments.scenario.Scenario;

/**
 * Sets the stage of a user's own image: its container, the exporter in its PID namespace, a
 * Prometheus if one takes part, and the load in a container beside it.
 */
final class ImageStageSetting {
  // The namespace's first process: its number is never another's, for the namespace ends with it.
  private static final String FIRST = "1";

  private final OwnService own;
  private final OwnService.Image image;
  private final DockerLabOptions options;
  private final DockerStageSetting common;

  private ImageStageSetting(
      OwnService own, OwnService.Image image, DockerLabOptions options, DockerStageSetting common) {
    this.own = own;
    this.image = image;
    this.options = options;
    this.common = common;
  }

  /** A stage for this service. */
  static ServiceStage.Setting of(
      OwnService own, DockerLabOptions options, Adjustments adjustments) {
    if (!(own.source() instanceof OwnService.Image image)) {
      throw new LabException(
          "the Docker lab starts your own service from an image: give target.image and"
              + " target.ports, or use --lab local");
    }
    return (lifetime, setup, scenario, watch, listener) -> {
      DockerStageSetting common =
          new DockerStageSetting(options, adjustments, lifetime, setup, scenario, listener);
      Engine engine = Engine.find("give target.command in place of target.image");
      try {
        return new ImageStageSetting(own, image, options, common)
            .set(engine, lifetime, setup, scenario, watch);
      } catch (RuntimeException e) {
        throw EngineTrouble.explain("set up the containers", e);
      }
    };
  }

  private ServiceStage set(
      Engine engine, Lifetime lifetime, Setup setup, Scenario scenario, RunWatch watch) {
    long clockOffset = engine.clockOffset(setup.clock()).toMillis();
    common.sweep(engine);
    Images images = new Images(engine.client());
    UsedImage target = target(images);
    ImageBuilder builder = new ImageBuilder(engine.client(), images);
    Path home = options.home();
    UsedImage exporter = builder.build(OwnImage.exporter(home));
    UsedImage load = builder.build(OwnImage.loadgen(home));
    Optional<UsedImage> prometheus = common.prometheus(images);
    common.tellSubstitutes(images);
    RunFolders.make(setup.run());
    RunContainers containers = common.containers(engine);
    URI url = URI.create(own.url());
    ImageContainer service =
        lifetime.add(
            ImageContainer.start(containers, setup, image, url, scenario.target().cpus(), target));
    ExporterContainer watcher =
        lifetime.add(
            ExporterContainer.start(
                containers,
                setup,
                exporter,
                command -> watch(command, service.process()),
                FIRST,
                ExporterContainer.NAME));
    Scraping scraping =
        lifetime.add(
            new Scraping(
                watcher.url(), scenario.scrapeInterval(), service.independentCpu(), setup.clock()));
    Optional<PrometheusServer> server =
        prometheus.map(
            found ->
                lifetime.add(
                    PrometheusContainer.start(
                        containers,
                        setup,
                        found,
                        ScrapeRoute.straight(watcher.url()).forPrometheus(),
                        scenario.scrapeInterval())));
    Optional<AbandonedLooks> abandoned =
        service
            .connections()
            .map(table -> lifetime.add(new AbandonedLooks(table, url.getPort(), setup.clock())));
    return new ServiceStage(
        "docker",
        service.url(),
        ExporterConfig.TARGET,
        List.of(service.process(), watcher.process()),
        scraping,
        server,
        abandoned,
        Optional.empty(),
        new LabsLoad(work -> LoadContainer.start(containers, setup, work, load, url), setup, watch),
        DockerStageSetting.versions(engine, images, clockOffset),
        service::throttling);
  }

  private static void watch(CreateContainerCmd command, ContainerMember target) {
    Objects.requireNonNull(command.getHostConfig()).withPidMode("container:" + target.id());
    ExporterContainer.mayReadOfAnyUser(command);
  }

  private UsedImage target(Images images) {
    try {
      return images.exactly(image.name());
    } catch (LabException e) {
      throw new LabException(
          "the engine has no image %s, and it cannot be pulled: build it under that name (docker build -t %s .) or correct target.image; %s"
              .formatted(image.name(), image.name(), e.getMessage()),
          e);
    }
  }
}
