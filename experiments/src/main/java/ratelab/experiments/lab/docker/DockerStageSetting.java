package ratelab.experiments.lab.docker;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.testcontainers.containers.Network;
import ratelab.experiments.lab.LabException;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.Lifetime;
import ratelab.experiments.lab.RunFolders;
import ratelab.experiments.lab.Scraping;
import ratelab.experiments.lab.Setup;
import ratelab.experiments.scenario.Scenario;

/** Sets the stage of one run in containers: started in order, and ended in the reverse one. */
final class DockerStageSetting {
  private final DockerLabOptions options;
  private final Adjustments adjustments;
  private final Lifetime lifetime;
  private final Setup setup;
  private final Scenario scenario;
  private final LabListener listener;

  DockerStageSetting(
      DockerLabOptions options,
      Adjustments adjustments,
      Lifetime lifetime,
      Setup setup,
      Scenario scenario,
      LabListener listener) {
    this.options = options;
    this.adjustments = adjustments;
    this.lifetime = lifetime;
    this.setup = setup;
    this.scenario = scenario;
    this.listener = listener;
  }

  /**
   * Starts everything and waits until it is ready.
   *
   * @throws LabException if something cannot be had
   */
  DockerStage set() {
    Engine engine = Engine.find();
    try {
      return set(engine);
    } catch (RuntimeException e) {
      throw EngineTrouble.explain("set up the containers", e);
    }
  }

  private DockerStage set(Engine engine) {
    long clockOffset = engine.clockOffset(setup.clock()).toMillis();
    sweep(engine);
    Images images = new Images(engine.client());
    RunImages made = images(engine, images);
    tellSubstitutes(images);
    RunFolders.make(setup.run());
    RunContainers containers = containers(engine);
    PauseContainer namespace =
        lifetime.add(PauseContainer.start(containers, setup, made.exporter()));
    MemberStarter starter =
        new MemberStarter(setup, scenario, containers, made, namespace, new ThrottlingMeter());
    TargetContainer target = lifetime.add(starter.target(TargetContainer.NAME));
    ExporterContainer exporter =
        lifetime.add(starter.exporter(target.pid(), ExporterContainer.NAME));
    ScrapeRoute route = route(engine, containers.network(), exporter);
    route.gate().ifPresent(lifetime::add);
    Optional<PrometheusContainer> server =
        made.prometheus()
            .map(image -> lifetime.add(starter.prometheus(image, route.forPrometheus())));
    Scraping scraping =
        lifetime.add(
            new Scraping(
                route.forLab(), scenario.scrapeInterval(), target.independentCpu(), setup.clock()));
    target.readThrottling(scraping.store()).ifPresent(lifetime::add);
    return new DockerStage(
        starter,
        target,
        exporter,
        route.gate(),
        server,
        scraping,
        versions(engine, images, clockOffset));
  }

  private RunImages images(Engine engine, Images images) {
    ImageBuilder builder = new ImageBuilder(engine.client(), images);
    Path home = options.home();
    return new RunImages(
        builder.build(OwnImage.target(home, scenario.target().platform())),
        builder.build(OwnImage.exporter(home)),
        builder.build(OwnImage.loadgen(home)),
        prometheus(images));
  }

  /** The image of the one that is to scrape the exporter, too, if one takes part. */
  Optional<UsedImage> prometheus(Images images) {
    return options.prometheus()
        ? Optional.of(images.get(PrometheusContainer.IMAGE))
        : Optional.empty();
  }

  private ScrapeRoute route(Engine engine, Network network, ExporterContainer exporter) {
    return scenario.disturbances().isEmpty()
        ? ScrapeRoute.straight(exporter.url())
        : ScrapeRoute.throughGate(
            exporter.url(), engine.gatewayHere(network.getId()), scenario, options.prometheus());
  }

  void sweep(Engine engine) {
    Set<String> removed = engine.leftovers().removeAbandoned();
    if (!removed.isEmpty()) {
      listener.note(
          "Removed what was left of runs that had been ended by force: "
              + String.join(", ", removed)
              + ".");
    }
  }

  /** Never silent: a curve of another Prometheus or Java than the one asked for may differ. */
  void tellSubstitutes(Images images) {
    images.used().stream()
        .filter(UsedImage::isSubstituted)
        .map(image -> image.requested() + " is " + image.used())
        .distinct()
        .reduce((a, b) -> a + ", " + b)
        .ifPresent(
            substitutes ->
                listener.note("Local images stand for public ones: " + substitutes + "."));
  }

  RunContainers containers(Engine engine) {
    String id =
        setup.run().path().getFileName() + "-" + UUID.randomUUID().toString().substring(0, 8);
    RunLabels labels = new RunLabels(id, Owner.thisProcess());
    lifetime.add(Watchdog.start(id, setup.run().logs().resolve("watchdog.log")));
    // What a failed start has left in between.
    lifetime.add(() -> engine.leftovers().removeRun(id));
    Network network =
        lifetime.add(
            Network.builder()
                .createNetworkCmdModifier(command -> command.withLabels(labels.all()))
                .build());
    network.getId();
    return new RunContainers(network, labels, engine.isLocal(), adjustments);
  }

  static Map<String, String> versions(Engine engine, Images images, long clockOffset) {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("docker", engine.description());
    versions.put("container clock ahead", clockOffset + " ms");
    images.used().forEach(image -> versions.put("image " + image.requested(), image.text()));
    return versions;
  }
}
