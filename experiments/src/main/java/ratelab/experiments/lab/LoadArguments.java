package ratelab.experiments.lab;

import java.net.URI;
import java.util.List;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.Load;

/** The load generator's arguments for a scenario's load. */
public final class LoadArguments {
  private LoadArguments() {}

  /**
   * The arguments.
   *
   * @param url what is loaded, as the load generator reaches it
   * @param results where it writes its results, as it sees that directory
   */
  public static List<String> of(Load load, URI url, RunDirectory results) {
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
        results.attempts().toString(),
        "--json",
        results.loadJson().toString(),
        "--hlog",
        results.loadHistogram().toString(),
        url.toString());
  }
}
