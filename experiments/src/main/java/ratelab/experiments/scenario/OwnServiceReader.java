package ratelab.experiments.scenario;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import ratelab.experiments.scenario.OwnService.StatedLog;

/** Reads the part {@code target} of a scenario whose target is one's own service. */
final class OwnServiceReader {
  /** Each names a source; exactly one is given. */
  static final List<String> SOURCES = List.of("command", "pid", "exporter", "prometheus");

  static final List<String> KEYS =
      List.of(
          "runtime",
          "url",
          "command",
          "pid",
          "exporter",
          "prometheus",
          "env",
          "directory",
          "group",
          "access-log");
  static final List<String> LOG_KEYS = List.of("file", "pattern");

  private static final Pattern URL = Pattern.compile("https?://[^/\\s]+(/\\S*)?");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*");
  private static final String URL_EXPECTED = "a URL such as http://127.0.0.1:8080/";

  private final Place place;
  private final Fields fields;

  private OwnServiceReader(Place place) {
    this.place = place;
    this.fields = Fields.of(place, KEYS);
  }

  static OwnService read(Place place) {
    return new OwnServiceReader(place).service();
  }

  private OwnService service() {
    return new OwnService(source(), url(fields.at("url")), accessLog());
  }

  private OwnService.Source source() {
    List<String> given = SOURCES.stream().filter(key -> fields.optional(key).isPresent()).toList();
    if (given.size() != 1) {
      throw place.expected(
          "exactly one of " + Words.either(SOURCES),
          given.isEmpty() ? " without any of them" : " with " + String.join(" and ", given));
    }
    String kind = given.getFirst();
    onlyFor("env", "command", kind);
    onlyFor("directory", "command", kind);
    if (kind.equals("command") || kind.equals("pid")) {
      refuse("group", "the lab's own exporter watches the process alone; remove the key");
    }
    return switch (kind) {
      case "command" -> command();
      case "pid" -> new OwnService.Pid(Values.count(fields.at("pid")));
      case "exporter" -> new OwnService.Exporter(url(fields.at("exporter")), group());
      default -> new OwnService.Prometheus(url(fields.at("prometheus")), group());
    };
  }

  private OwnService.Command command() {
    return new OwnService.Command(
        CommandWords.read(fields.at("command")),
        fields.optional("env").map(OwnServiceReader::variables).orElse(List.of()),
        fields.optional("directory").map(at -> at.text("a directory")));
  }

  private String group() {
    return fields.at("group").text("the groupname of the series that are the service's");
  }

  private Optional<StatedLog> accessLog() {
    return fields
        .optional("access-log")
        .map(at -> Fields.of(at, LOG_KEYS))
        .map(log -> new StatedLog(log.at("file").text("a file"), pattern(log.at("pattern"))));
  }

  private static LogPattern pattern(Place at) {
    String text = at.text("a regular expression with a group (?<time>...)");
    try {
      return new LogPattern(text);
    } catch (IllegalArgumentException e) {
      throw at.refused("the pattern cannot be used: " + e.getMessage());
    }
  }

  private static List<String> variables(Place at) {
    String expectation = "a list of NAME=VALUE, such as [PORT=8080]";
    return at.items(expectation).stream()
        .map(
            item -> {
              String text = item.text("NAME=VALUE");
              if (!VARIABLE.matcher(text).matches()) throw item.expected("NAME=VALUE");
              return text;
            })
        .toList();
  }

  private static String url(Place at) {
    String text = at.text(URL_EXPECTED);
    if (!URL.matcher(text).matches()) throw at.expected(URL_EXPECTED);
    return text;
  }

  private void onlyFor(String key, String source, String kind) {
    if (!kind.equals(source)) {
      refuse(key, "it belongs to a " + source + "; remove it, or give a " + source);
    }
  }

  private void refuse(String key, String reason) {
    fields
        .optional(key)
        .ifPresent(
            at -> {
              throw at.refused(reason);
            });
  }
}
