package ratelab.experiments.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ratelab.experiments.forecast.LoadCounts;
import ratelab.experiments.recording.LoadResult;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the load generator says of its run in its {@code --json} file, format 1.
 *
 * @param startMillis the first request, milliseconds since the epoch
 * @param stopMillis no new requests from here on
 * @param endMillis the last request was over
 * @param result its counts
 */
public record LoadReport(long startMillis, long stopMillis, long endMillis, LoadResult result) {
  /**
   * Reads the file of a load that has ended.
   *
   * @throws LabException if it is missing or says something else
   */
  public static LoadReport read(Path file) {
    try {
      return of(JsonMapper.shared().readTree(Files.readString(file)));
    } catch (IOException | JacksonException e) {
      throw new LabException(
          "cannot read what the load generator wrote to " + file + ": " + e.getMessage(), e);
    }
  }

  /** What the forecast may know at the load's end. */
  public LoadCounts counts() {
    return new LoadCounts(
        result.sent(), result.answered(), result.timedOut(), startMillis, stopMillis, endMillis);
  }

  private static LoadReport of(JsonNode json) {
    long failed = 0;
    for (JsonNode count : json.required("errors")) {
      failed += count.asLong();
    }
    return new LoadReport(
        millis(json, "startedMillis"),
        millis(json, "stopMillis"),
        millis(json, "endedMillis"),
        new LoadResult(
            json.required("sent").asLong(),
            json.required("answered").asLong(),
            json.required("timedOut").asLong(),
            failed,
            json.required("inFlightAtEnd").size()));
  }

  private static long millis(JsonNode json, String name) {
    return Math.round(json.required(name).asDouble());
  }
}
