package ratelab.experiments.recording;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Reads a line of the target's handler log; keys of the newer lines are absent in others. */
final class HandlerLogLine {
  private static final String CHILD_CPU = "childCpuNanos";
  private static final Set<String> OUTCOMES = Set.of("rejected", "dropped");

  private HandlerLogLine() {}

  static HandledRequest handled(ObjectNode line, String at) {
    if (!line.has(CHILD_CPU)) line.putNull(CHILD_CPU);
    return Json.value(line, HandledRequest.class, at);
  }

  /** The line of a handled request, without what is not known. */
  static ObjectNode of(HandledRequest handled) {
    ObjectNode line = Json.object(handled);
    if (line.path(CHILD_CPU).isNull()) line.remove(CHILD_CPU);
    return line;
  }

  static DeclinedRequest declined(ObjectNode line, String at) {
    String outcome = line.path("outcome").asString("");
    if (!OUTCOMES.contains(outcome)) {
      throw RecordingException.damaged(
          at, "outcome: expected rejected or dropped, found '" + outcome + "'");
    }
    return new DeclinedRequest(
        line.path("id").asString(""),
        line.path("endMillis").asDouble(),
        line.path("reason").asString(""));
  }
}
