package ratelab.experiments.recording;

import java.nio.file.Path;

/**
 * The names of what a run directory holds. The load generator and the apps write some of it
 * themselves.
 *
 * @param path the directory
 */
public record RunDirectory(Path path) {
  /** The scenario as it was played. */
  public Path scenario() {
    return path.resolve("scenario.yaml");
  }

  /** The lab's own samples. */
  public Path samples() {
    return path.resolve("samples.csv");
  }

  /** Handled requests and failed scrapes. */
  public Path events() {
    return path.resolve("events.jsonl");
  }

  /** Connections that their clients had closed and the target had not. */
  public Path abandoned() {
    return path.resolve("abandoned.csv");
  }

  /** The independent CPU measure. */
  public Path cpu() {
    return path.resolve("cpu.csv");
  }

  /** The load's requests; the load generator's {@code --record}. */
  public Path attempts() {
    return path.resolve("attempts.csv");
  }

  /** The load's summary; the load generator's {@code --json}. */
  public Path loadJson() {
    return path.resolve("loadgen.json");
  }

  /** The load's latencies; the load generator's {@code --hlog}. */
  public Path loadHistogram() {
    return path.resolve("loadgen.hlog");
  }

  /** What a real Prometheus said. */
  public Path oracle() {
    return path.resolve("oracle");
  }

  /** What the processes of the run printed. */
  public Path logs() {
    return path.resolve("logs");
  }
}
