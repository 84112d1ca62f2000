package ratelab.experiments.lab;

import java.util.Optional;
import ratelab.experiments.scenario.Scenario;

/** Ends processes of a run on this machine and puts others in their place. */
final class LocalInterventions extends ScrapeInterventions {
  private final LocalStage stage;
  private final Scenario scenario;
  private final Lifetime lifetime;
  private final RunWatch watch;
  private TargetProcess target;
  private ExporterProcess exporter;

  /**
   * @param lifetime closes what is started here
   * @param watch is told which processes the run needs
   */
  LocalInterventions(
      LocalStage stage, ExporterGate gate, Scenario scenario, Lifetime lifetime, RunWatch watch) {
    super(gate, stage.scraping());
    this.stage = stage;
    this.scenario = scenario;
    this.lifetime = lifetime;
    this.watch = watch;
    this.target = stage.target();
    this.exporter = stage.watcher();
  }

  @Override
  public void endTarget() {
    watch.needsNoMore(target.process());
    target.close();
  }

  @Override
  public void restartTarget() {
    endTarget();
    int port = target.url().getPort();
    target =
        lifetime.add(
            TargetProcess.start(stage.guardian(), stage.setup(), scenario, port, next("target")));
    watch.needs(target.process());
    exporter.follow(stage.setup().run(), target.identity());
    stage.scraping().cpu().follow(target.process().pid());
  }

  @Override
  public void resetCounter() {
    ExporterProcess old = exporter;
    startExporter();
    end(old);
  }

  @Override
  public void restartExporter() {
    lead(Optional.empty());
    end(exporter);
    startExporter();
  }

  private void startExporter() {
    exporter =
        lifetime.add(
            ExporterProcess.start(
                stage.guardian(), stage.setup(), target.identity(), next("exporter")));
    watch.needs(exporter.process());
    lead(Optional.of(exporter.url()));
  }

  private void end(ExporterProcess old) {
    watch.needsNoMore(old.process());
    old.close();
  }

  @Override
  public void restartPrometheus() {
    stage
        .server()
        .ifPresent(
            server -> {
              watch.needsNoMore(server.process());
              server.process().close();
              watch.needs(
                  lifetime.add(
                      server.startAnew(stage.guardian(), stage.setup(), next("prometheus"))));
            });
  }
}
