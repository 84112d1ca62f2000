package ratelab.experiments.lab.docker;

import java.time.Duration;
import ratelab.experiments.lab.Apps;
import ratelab.experiments.lab.Lab;
import ratelab.experiments.lab.LabListener;
import ratelab.experiments.lab.PrometheusChoice;
import ratelab.experiments.lab.Setup;
import ratelab.experiments.lab.StagedRun;
import ratelab.experiments.lab.service.ServiceRecorder;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scrape.ScrapeClock;

/** Plays scenarios with containers: target, exporter, load and Prometheus on one network. */
public final class DockerLab implements Lab {
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);

  private final DockerLabOptions options;
  private final Adjustments adjustments;
  private final StagedRun.Setting setting;

  /** A lab for one run. */
  public DockerLab(DockerLabOptions options) {
    this(options, Adjustments.NONE);
  }

  DockerLab(DockerLabOptions options, Adjustments adjustments) {
    this.options = options;
    this.adjustments = adjustments;
    this.setting =
        (lifetime, setup, scenario, listener) ->
            new DockerStageSetting(options, adjustments, lifetime, setup, scenario, listener).set();
  }

  @Override
  public Recording record(Scenario scenario, LabListener listener) {
    Setup setup =
        new Setup(
            Apps.ofThisProcess(),
            new RunDirectory(options.runDirectory().toAbsolutePath()),
            new PrometheusChoice.None(),
            READY_WITHIN,
            ScrapeClock.system());
    if (scenario.target().own().isPresent()) {
      return new ServiceRecorder(
              setup,
              options.stopWhenExplained(),
              ImageStageSetting.of(scenario.target().own().get(), options, adjustments))
          .record(scenario, listener);
    }
    return new StagedRun(setup, options.stopWhenExplained(), setting).record(scenario, listener);
  }
}
