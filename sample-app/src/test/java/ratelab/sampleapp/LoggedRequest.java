package ratelab.sampleapp;

import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A line of the handler log, as a reader of the file sees it: what it lacks is null. */
record LoggedRequest(
    String id,
    Integer remotePort,
    double startMillis,
    double endMillis,
    Long cpuNanos,
    Long childCpuNanos,
    String outcome,
    String reason) {
  private static final JsonMapper JSON = new JsonMapper();

  static LoggedRequest parse(String line) {
    return JSON.readValue(line, LoggedRequest.class);
  }

  /** What became of it, in short. */
  String fate() {
    return id + (outcome == null ? " worked" : " " + outcome + ": " + reason);
  }

  double millis() {
    return endMillis - startMillis;
  }

  /** The largest number of requests that were being worked on at the same moment. */
  static int mostAtOnce(List<LoggedRequest> requests) {
    return requests.stream()
        .mapToInt(
            request ->
                (int)
                    requests.stream()
                        .filter(other -> other.startMillis() <= request.startMillis())
                        .filter(other -> other.endMillis() > request.startMillis())
                        .count())
        .max()
        .orElse(0);
  }

  static List<String> idsByStart(List<LoggedRequest> requests) {
    return requests.stream()
        .sorted(Comparator.comparingDouble(LoggedRequest::startMillis))
        .map(LoggedRequest::id)
        .toList();
  }
}
