package ratelab.loadgen.plan;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where the results go.
 *
 * @param stdout what standard output shows
 * @param attempts file for one row per attempt
 * @param json file for the result as JSON
 * @param histogramLog file for the service times in HdrHistogram's log format
 * @param metricsPort where Prometheus can scrape the run; 0 for a free port
 */
public record Outputs(
    Stdout stdout,
    Optional<Path> attempts,
    Optional<Path> json,
    Optional<Path> histogramLog,
    OptionalInt metricsPort) {

  /** What standard output shows. */
  public enum Stdout {
    /** hey's summary, at the end. */
    SUMMARY,
    /** hey's csv, as requests end. */
    CSV,
    /** The result as JSON, at the end. */
    JSON
  }
}
