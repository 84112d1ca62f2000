package ratelab.experiments.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The log in which a target notes each request that it has worked on: JSON lines, after a header
 * that says what wrote them.
 *
 * @param header the (newest) header; empty as long as the target has written none
 * @param handled the requests in the order in which their work ended
 * @param declined the requests that were not worked on
 */
public record HandlerLog(
    Optional<Header> header, List<HandledRequest> handled, List<DeclinedRequest> declined) {
  private static final int FORMAT = 1;
  private static final String HEADER_START = "{\"format\"";

  public HandlerLog {
    handled = List.copyOf(handled);
    declined = List.copyOf(declined);
  }

  /** The log of a target that works on everything. */
  public HandlerLog(Optional<Header> header, List<HandledRequest> handled) {
    this(header, handled, List.of());
  }

  /**
   * What wrote the lines below.
   *
   * @param app name of the application
   * @param concurrency how it works on several requests
   * @param work what its handler does
   * @param runtime language runtime and version
   * @param uv version of libuv; only Node has one
   * @param pid the process whose CPU time the entries give
   */
  public record Header(
      String app, String concurrency, String work, String runtime, Optional<String> uv, long pid) {

    private static Header of(JsonNode line) {
      return new Header(
          line.path("app").asString(""),
          line.path("concurrency").asString(""),
          line.path("work").asString(""),
          line.path("runtime").asString(""),
          line.optional("uv").map(JsonNode::asString),
          line.path("pid").asLong(0));
    }
  }

  /**
   * Reads the log of a target that has ended.
   *
   * @throws RecordingException if it is missing, cut, damaged or newer
   */
  public static HandlerLog read(Path path) {
    return parse(TextFile.read(path));
  }

  /**
   * Reads the whole lines so far of a target that still runs.
   *
   * @throws RecordingException if it is missing, damaged or newer
   */
  public static HandlerLog readGrowing(Path path) {
    return parse(TextFile.readGrowing(path));
  }

  private static HandlerLog parse(TextFile file) {
    Optional<Header> header = Optional.empty();
    List<HandledRequest> handled = new ArrayList<>();
    List<DeclinedRequest> declined = new ArrayList<>();
    for (int i = 0; i < file.lines().size(); i++) {
      String line = file.lines().get(i);
      if (line.startsWith(HEADER_START)) {
        JsonNode found = Json.readLine(line, JsonNode.class, file.at(i));
        Json.checkFormat(found, FORMAT, file.at(i));
        header = Optional.of(Header.of(found));
      } else {
        ObjectNode entry = Json.readLine(line, ObjectNode.class, file.at(i));
        if (entry.has("outcome")) {
          declined.add(HandlerLogLine.declined(entry, file.at(i)));
        } else {
          handled.add(HandlerLogLine.handled(entry, file.at(i)));
        }
      }
    }
    return new HandlerLog(header, handled, declined);
  }
}
