package ratelab.loadgen.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The result of an earlier run, as {@code --json} wrote it. */
final class SavedRun {
  private static final int FORMAT = 1;
  private static final double MILLIS_PER_SECOND = 1000;

  private final JsonNode json;

  private SavedRun(JsonNode json) {
    this.json = json;
  }

  /**
   * Reads a file of format 1.
   *
   * @throws IOException naming the file that is no such result
   */
  static SavedRun read(Path file) throws IOException {
    try {
      JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
      if (json.path("format").asInt(0) != FORMAT || !json.has("serviceTimeNanos")) {
        throw new IOException(file + " is no result of format 1; give what --json has written");
      }
      return new SavedRun(json);
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": there is no such file", e);
    } catch (JacksonException e) {
      throw new IOException(file + " is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** Whether its requests were due at times of their own. */
  boolean hasResponseTimes() {
    return json.has("responseTimeNanos");
  }

  /**
   * A time in nanoseconds; empty if the run had no answer, or an older version did not write it.
   */
  OptionalDouble nanos(boolean response, String name) {
    JsonNode value = json.path(response ? "responseTimeNanos" : "serviceTimeNanos").path(name);
    return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
  }

  /** Complete answers a second. */
  OptionalDouble perSecond() {
    double seconds =
        (json.path("endedMillis").asDouble(0) - json.path("startedMillis").asDouble(0))
            / MILLIS_PER_SECOND;
    return seconds > 0
        ? OptionalDouble.of(json.path("answered").asDouble(0) / seconds)
        : OptionalDouble.empty();
  }

  /** The share of requests without a complete answer among those that ended; 0 to 1. */
  OptionalDouble errorShare() {
    double answered = json.path("answered").asDouble(0);
    double finished = json.path("sent").asDouble(0) - json.path("inFlightAtEnd").size();
    return finished > 0
        ? OptionalDouble.of((finished - answered) / finished)
        : OptionalDouble.empty();
  }
}
