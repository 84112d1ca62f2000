package ratelab.experiments.lab;

import java.net.URI;
import java.util.Optional;

/** Ends processes of a run and puts others in their place, while the run goes on. */
final class Replacements {
  private final Stage stage;
  private final Setup setup;
  private final Lifetime lifetime;
  private final Stage.TargetStart targetStart;
  private final RunWatch watch;
  private TargetProcess target;
  private ExporterProcess exporter;
  private int number = 1;

  /**
   * @param lifetime closes what is started here
   * @param targetStart starts the target anew
   */
  Replacements(
      Stage stage, Setup setup, Lifetime lifetime, Stage.TargetStart targetStart, RunWatch watch) {
    this.stage = stage;
    this.setup = setup;
    this.lifetime = lifetime;
    this.targetStart = targetStart;
    this.watch = watch;
    this.target = stage.target();
    this.exporter = stage.exporter();
  }

  /** The target ends; the run goes on without it. */
  void endTarget() {
    watch.needsNoMore(target.process());
    target.close();
  }

  /** The target ends and starts anew on its port; the exporter follows it. */
  void restartTarget() {
    endTarget();
    target = lifetime.add(targetStart.at(port(target.url()), next("target")));
    watch.needs(target.process());
    exporter.follow(setup.run(), target.identity());
    stage.scraping().cpu().follow(target.process().pid());
  }

  /** Scrapes go to a fresh exporter, whose counters start at zero now; none of them fails. */
  void resetCounter() {
    ExporterProcess old = exporter;
    startExporter();
    endExporter(old);
  }

  /** The exporter ends and starts anew; scrapes fail meanwhile. */
  void restartExporter() {
    gate().lead(Optional.empty());
    endExporter(exporter);
    startExporter();
  }

  /** The real Prometheus, if one takes part, ends and starts anew on its data. */
  void restartPrometheus() {
    stage
        .prometheus()
        .ifPresent(
            server -> {
              watch.needsNoMore(server.process());
              server.process().close();
              watch.needs(
                  lifetime.add(server.startAnew(stage.guardian(), setup, next("prometheus"))));
            });
  }

  private void startExporter() {
    exporter =
        lifetime.add(
            ExporterProcess.start(
                stage.guardian(), setup, target.identity(), next("exporter")));
    watch.needs(exporter.process());
    gate().lead(Optional.of(exporter.url()));
  }

  private void endExporter(ExporterProcess old) {
    watch.needsNoMore(old.process());
    old.close();
  }

  private ExporterGate gate() {
    return stage.gate().orElseThrow();
  }

  /** Each process has log files of its own. */
  private String next(String name) {
    number++;
    return name + " " + number;
  }

  private static int port(URI url) {
    return url.getPort();
  }
}
