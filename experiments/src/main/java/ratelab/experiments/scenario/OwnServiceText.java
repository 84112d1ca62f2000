package ratelab.experiments.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the part {@code target} of a scenario whose target is one's own service. */
final class OwnServiceText {
  private OwnServiceText() {}

  static List<String> lines(OwnService own) {
    List<String> lines = new ArrayList<>();
    lines.add("target:");
    lines.add("  runtime: " + Words.of(Platform.OWN));
    lines.addAll(source(own.source()));
    lines.add("  url: " + ScenarioWriter.quoted(own.url()));
    own.atOnce().ifPresent(atOnce -> lines.add("  at-once: " + atOnce));
    own.accessLog()
        .ifPresent(
            log -> {
              lines.add("  access-log:");
              lines.add("    file: " + ScenarioWriter.quoted(log.file()));
              lines.add("    pattern: " + ScenarioWriter.quoted(log.pattern().text()));
            });
    return lines;
  }

  static String words(List<String> words) {
    return words.stream().map(ScenarioWriter::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static List<String> source(OwnService.Source source) {
    return switch (source) {
      case OwnService.Command command -> command(command);
      case OwnService.Image image -> image(image);
      case OwnService.Pid pid -> List.of("  pid: " + pid.pid());
      case OwnService.Exporter exporter ->
          List.of(
              "  exporter: " + ScenarioWriter.quoted(exporter.url()),
              "  group: " + ScenarioWriter.quoted(exporter.group()));
      case OwnService.Prometheus prometheus ->
          List.of(
              "  prometheus: " + ScenarioWriter.quoted(prometheus.url()),
              "  group: " + ScenarioWriter.quoted(prometheus.group()));
    };
  }

  private static List<String> image(OwnService.Image image) {
    List<String> lines = new ArrayList<>();
    lines.add("  image: " + ScenarioWriter.quoted(image.name()));
    lines.add("  ports: " + image.ports());
    if (!image.environment().isEmpty()) lines.add("  env: " + words(image.environment()));
    if (!image.command().isEmpty()) lines.add("  command: " + words(image.command()));
    return lines;
  }

  private static List<String> command(OwnService.Command command) {
    List<String> lines = new ArrayList<>();
    lines.add("  command: " + words(command.words()));
    if (!command.environment().isEmpty()) lines.add("  env: " + words(command.environment()));
    command
        .directory()
        .ifPresent(directory -> lines.add("  directory: " + ScenarioWriter.quoted(directory)));
    return lines;
  }
}
