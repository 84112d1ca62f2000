package ratelab.experiments.lab.docker;

import java.util.Optional;
import ratelab.experiments.lab.ExporterGate;
import ratelab.experiments.lab.Lifetime;
import ratelab.experiments.lab.RunWatch;
import ratelab.experiments.lab.ScrapeInterventions;

/** Ends containers of a run and puts others in their place. */
final class DockerInterventions extends ScrapeInterventions {
  private final DockerStage stage;
  private final Lifetime lifetime;
  private final RunWatch watch;
  private TargetContainer target;
  private ExporterContainer exporter;

  /**
   * @param lifetime closes what is started here
   * @param watch is told which containers the run needs
   */
  DockerInterventions(DockerStage stage, ExporterGate gate, Lifetime lifetime, RunWatch watch) {
    super(gate, stage.scraping());
    this.stage = stage;
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
    target = lifetime.add(stage.starter().target(next(TargetContainer.NAME)));
    watch.needs(target.process());
    exporter.follow(target.pid());
    HostProcess.of(target.process()).ifPresent(stage.scraping().cpu()::follow);
  }

  @Override
  public void resetCounter() {
    ExporterContainer old = exporter;
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
    exporter = lifetime.add(stage.starter().exporter(target.pid(), next(ExporterContainer.NAME)));
    watch.needs(exporter.process());
    lead(Optional.of(exporter.url()));
  }

  private void end(ExporterContainer old) {
    watch.needsNoMore(old.process());
    old.close();
  }

  @Override
  public void restartPrometheus() {
    stage
        .server()
        .ifPresent(
            prometheus -> {
              watch.needsNoMore(prometheus.process());
              prometheus.end();
              prometheus.startAnew(next("prometheus"));
              watch.needs(prometheus.process());
            });
  }
}
