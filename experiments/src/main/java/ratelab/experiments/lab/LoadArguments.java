package ratelab.experiments.lab;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import ratelab.experiments.recording.RunDirectory;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.Load;
import ratelab.experiments.scenario.Pace;

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
    List<String> arguments = new ArrayList<>(List.of("--no-warmup"));
    arguments.addAll(pace(load));
    arguments.addAll(List.of("-t", load.hasTimeout() ? Durations.print(load.timeout()) : "0"));
    arguments.addAll(results(results));
    arguments.add(url.toString());
    return List.copyOf(arguments);
  }

  /** When to send. */
  private static List<String> pace(Load load) {
    String workers = Integer.toString(load.workers());
    String duration = Durations.print(load.duration());
    return switch (load.pace()) {
      case Pace.Closed _ -> List.of("-c", workers, "-z", duration);
      case Pace.Open open ->
          List.of("-c", workers, "-z", duration, "--rate", plain(open.perSecond()));
      case Pace.ByHand hand ->
          List.of(
              "-c",
              "1",
              "-n",
              Integer.toString(hand.requests()),
              "--rate",
              plain(1e9 / hand.every().toNanos()));
    };
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).toPlainString();
  }

  private static List<String> results(RunDirectory results) {
    return List.of(
        "--id-header",
        Calibration.ID_HEADER,
        "--record",
        results.attempts().toString(),
        "--json",
        results.loadJson().toString(),
        "--hlog",
        results.loadHistogram().toString());
  }
}
