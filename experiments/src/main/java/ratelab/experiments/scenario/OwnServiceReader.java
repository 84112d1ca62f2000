package ratelab.experiments.scenario;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import ratelab.experiments.scenario.OwnService.StatedLog;

/** Reads the part {@code target} of a scenario whose target is one's own service. */
final class OwnServiceReader {
  /** Each names a source; exactly one is given. */
  static final List<String> SOURCES = List.of("command", "image", "pid", "exporter", "prometheus");

  static final List<String> KEYS =
      List.of(
          "runtime",
          "url",
          "command",
          "image",
          "ports",
          "pid",
          "exporter",
          "prometheus",
          "env",
          "directory",
          "group",
          "cpus",
          "at-once",
          "access-log");
  static final List<String> LOG_KEYS = List.of("file", "pattern");

  private static final int MOST_PORTS = 65_535;
  private static final Pattern URL = Pattern.compile("https?://[^/\\s]+(/\\S*)?");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*");
  private static final String URL_EXPECTED = "a URL such as http://127.0.0.1:8080/";

  private final Place place;
  private final Fields fields;

  private OwnServiceReader(Place place) {
    this.place = place;
    this.fields = Fields.of(place, KEYS);
  }

  static Target read(Place place) {
    OwnServiceReader reader = new OwnServiceReader(place);
    return Target.of(reader.service()).withCpus(reader.cpus());
  }

  private OptionalDouble cpus() {
    return fields
        .optional("cpus")
        .map(at -> OptionalDouble.of(Values.factor(at)))
        .orElse(OptionalDouble.empty());
  }

  private OwnService service() {
    OwnService.Source source = source();
    return new OwnService(
        source,
        source instanceof OwnService.Image image ? urlOf(image) : url(fields.at("url")),
        accessLog(),
        atOnce());
  }

  private OptionalInt atOnce() {
    return fields
        .optional("at-once")
        .map(at -> OptionalInt.of(Values.count(at)))
        .orElse(OptionalInt.empty());
  }

  private OwnService.Source source() {
    List<String> given = given();
    if (given.size() != 1) {
      throw place.expected(
          "exactly one of " + Words.either(SOURCES),
          given.isEmpty() ? " without any of them" : " with " + String.join(" and ", given));
    }
    String kind = given.getFirst();
    onlyFor("env", kind, "command", "image");
    onlyFor("directory", kind, "command");
    onlyFor("ports", kind, "image");
    onlyFor("cpus", kind, "image");
    if (List.of("command", "image", "pid").contains(kind)) {
      refuse("group", "the lab's own exporter watches the process alone; remove the key");
    }
    return switch (kind) {
      case "command" -> command();
      case "image" -> image();
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

  private OwnService.Image image() {
    refuse(
        "access-log",
        "the lab does not read files in a container; remove the key, or run the service without"
            + " one");
    return new OwnService.Image(
        fields.at("image").text("an image such as registry.example/my-app:1.2"),
        ports(fields.at("ports")),
        fields.optional("env").map(OwnServiceReader::variables).orElse(List.of()),
        fields.optional("command").map(CommandWords::read).orElse(List.of()));
  }

  private static List<Integer> ports(Place at) {
    List<Place> items = at.items("a list of the ports it listens on, such as [8080]");
    return items.stream().map(port -> Values.countUpTo(port, MOST_PORTS)).toList();
  }

  /** On the run's network; unless it is given, the root of the first port. */
  private String urlOf(OwnService.Image image) {
    List<String> roots = image.ports().stream().map(OwnService.Image::urlOf).toList();
    Optional<Place> given = fields.optional("url");
    String url = given.map(OwnServiceReader::url).orElse(roots.getFirst());
    if (roots.stream().noneMatch(root -> (url + "/").startsWith(root))) {
      throw given
          .orElse(place)
          .refused(
              "the load asks the container by its name on the run's network: give a URL that"
                  + " begins with "
                  + Words.either(roots)
                  + ", or remove the key");
    }
    return url;
  }

  /** A command belongs to an image that is given. */
  private List<String> given() {
    boolean hasImage = fields.optional("image").isPresent();
    return SOURCES.stream()
        .filter(key -> fields.optional(key).isPresent())
        .filter(key -> !(hasImage && key.equals("command")))
        .toList();
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

  private void onlyFor(String key, String kind, String... sources) {
    if (!List.of(sources).contains(kind)) {
      String owners = String.join(" or ", List.of(sources));
      refuse(key, "it belongs to a target with " + owners + "; remove it, or give " + owners);
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
