package ratelab.experiments.lab;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import ratelab.experiments.lab.Apps.App;
import ratelab.experiments.lab.Await.Look.NotYet;
import ratelab.experiments.lab.Await.Look.Seen;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.Load;

/**
 * The load under way.
 *
 * @param process its process
 * @param run where its results go
 */
record LoadProcess(ManagedProcess process, RunDirectory run) implements AutoCloseable {
  /** Starts the load. */
  static LoadProcess start(Guardian guardian, Setup setup, Load load, URI url) {
    RunDirectory run = setup.run();
    List<String> command = setup.apps().command(App.LOADGEN, arguments(load, url, run));
    return new LoadProcess(ManagedProcess.start(guardian, "load", command, run.logs()), run);
  }

  /**
   * Waits for its end.
   *
   * @throws LabException if it fails or the deadline passes
   */
  LoadReport awaitEnd(RunWatch watch, Duration atMost) {
    int status =
        watch.until(
            "the end of the load",
            atMost,
            () ->
                process.exitStatus().isPresent()
                    ? new Seen<>(process.exitStatus().getAsInt())
                    : new NotYet<>(process.lastWords()));
    if (status != 0) {
      throw new LabException(
          "the load generator ended with status " + status + "; " + process.lastWords());
    }
    return LoadReport.read(run.loadJson());
  }

  private static List<String> arguments(Load load, URI url, RunDirectory run) {
    return List.of(
        "--no-warmup",
        "-c",
        Integer.toString(load.workers()),
        "-z",
        Durations.print(load.duration()),
        "-t",
        load.hasTimeout() ? Durations.print(load.timeout()) : "0",
        "--id-header",
        Calibration.ID_HEADER,
        "--record",
        run.attempts().toString(),
        "--json",
        run.loadJson().toString(),
        "--hlog",
        run.loadHistogram().toString(),
        url.toString());
  }

  @Override
  public void close() {
    process.close();
  }
}
