package ratelab.exporter.template;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The structure with which the table of cases was made. */
enum Example implements Value.Struct {
  PROCESS;

  @Override
  public @Nullable Value field(String name) {
    return switch (name) {
      case "Cgroups" -> new Value.TextList(List.of("/", "/user.slice", "/docker/0123456789abcdef"));
      case "Comm", "ExeBase" -> new Value.Text("java");
      case "ExeFull" -> new Value.Text("/opt/jdk/bin/java");
      case "Username" -> new Value.Text("alice");
      case "PID" -> Value.Whole.of(4242);
      case "StartTime" -> new Value.Moment(Instant.parse("2026-11-22T07:23:30.02Z"));
      case "Matches" ->
          new Value.TextMap(
              new TreeMap<>(
                  Map.of(
                      "", "-jar app.jar",
                      "Jar", "app.jar",
                      "Name", "größe",
                      "Odd", "<a href='x'>&\"y\"",
                      "Port", "8080",
                      "Empty", "")));
      default -> null;
    };
  }

  @Override
  public List<String> fieldsInOrder() {
    return List.of(
        "Cgroups", "Comm", "ExeBase", "ExeFull", "Username", "PID", "StartTime", "Matches");
  }

  @Override
  public String goType() {
    return "*config.templateParams";
  }
}
