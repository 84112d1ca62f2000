package ratelab.experiments.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code events.jsonl}: what happened while the run was on, one JSON object a line after the
 * header. {@code event} says what.
 *
 * @param handled in the order of the target's log
 * @param scrapeFailures in the order of time
 * @param declined requests that the target did not work on, in the order of its log
 * @param disturbed what was done to the run on purpose, in the order of time
 */
record EventsFile(
    List<HandledRequest> handled,
    List<ScrapeFailure> scrapeFailures,
    List<DeclinedRequest> declined,
    List<Disturbed> disturbed) {
  private static final int FORMAT = 1;
  private static final String HANDLED = "handled";
  private static final String SCRAPE_FAILED = "scrape-failed";
  private static final String DECLINED = "declined";
  private static final String DISTURBED = "disturbed";

  static EventsFile of(Recording recording) {
    return new EventsFile(
        recording.handled(),
        recording.scrapeFailures(),
        recording.declined(),
        recording.disturbed());
  }

  int rowCount() {
    return handled.size() + scrapeFailures.size() + declined.size() + disturbed.size();
  }

  String text() {
    String header = Json.line(Map.of("format", FORMAT));
    Stream<String> requests = handled.stream().map(one -> line(HANDLED, HandlerLogLine.of(one)));
    Stream<String> failures =
        scrapeFailures.stream().map(one -> line(SCRAPE_FAILED, Json.object(one)));
    Stream<String> undone = declined.stream().map(one -> line(DECLINED, Json.object(one)));
    Stream<String> acts = disturbed.stream().map(one -> line(DISTURBED, Json.object(one)));
    return Stream.of(Stream.of(header), requests, failures, undone, acts)
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  static EventsFile read(Path path) {
    TextFile file = TextFile.read(path);
    if (file.lines().isEmpty()) throw RecordingException.damaged(file.at(0), "the file is empty");
    JsonNode header = Json.readLine(file.lines().getFirst(), JsonNode.class, file.at(0));
    Json.checkFormat(header, FORMAT, file.at(0));
    EventsFile events =
        new EventsFile(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 1; i < file.lines().size(); i++) {
      events.add(file.lines().get(i), file.at(i));
    }
    return events;
  }

  private void add(String line, String at) {
    ObjectNode event = Json.readLine(line, ObjectNode.class, at);
    String kind = event.path("event").asString("");
    event.remove("event");
    switch (kind) {
      case HANDLED -> handled.add(HandlerLogLine.handled(event, at));
      case DECLINED -> declined.add(Json.value(event, DeclinedRequest.class, at));
      case DISTURBED -> disturbed.add(Json.value(event, Disturbed.class, at));
      case SCRAPE_FAILED -> scrapeFailures.add(Json.value(event, ScrapeFailure.class, at));
      default ->
          throw RecordingException.damaged(
              at,
              "event: expected handled, scrape-failed, declined or disturbed, found '"
                  + kind
                  + "'");
    }
  }

  private static String line(String kind, ObjectNode event) {
    ObjectNode line = Json.object(Map.of("event", kind));
    line.setAll(event);
    return Json.line(line);
  }
}
