package ratelab.exporter.page;

import java.nio.FloatBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import ratelab.exporter.group.ProcessState;
import ratelab.exporter.rules.GroupKey;

/** The document at {@code /api/groups}; {@code docs/json-api.md} describes it to its readers. */
final class GroupsJson {
  private static final int FORMAT = 1;

  /** A group may have tens of thousands of processes; nobody reads more than the heaviest. */
  static final int MOST_PROCESSES = 500;

  /** Longer command lines are cut: one alone may have megabytes. */
  static final int LONGEST_COMMAND_LINE = 2000;

  private static final Comparator<ProcessRow> HEAVIEST_FIRST =
      Comparator.<ProcessRow>comparingDouble(row -> row.cores().orElse(0))
          .thenComparingLong(row -> row.process().residentBytes())
          .reversed()
          .thenComparingInt(row -> row.process().id().pid());

  private static final double MICRO = 1e6;
  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private final JsonWriter json = new JsonWriter();

  /** Writes the document; {@code table} is empty if no scan has ever succeeded. */
  static String write(
      About about,
      Optional<GroupTable> table,
      Map<GroupKey, List<ProcessRow>> opened,
      long nowNanos) {
    GroupsJson document = new GroupsJson();
    document.json.object().name("format").value(FORMAT);
    document.about(about);
    if (table.isPresent()) document.table(table.get(), opened, nowNanos);
    else document.json.name("scan").nothing().name("groups").array().endArray();
    return document.json.endObject() + "\n";
  }

  private void about(About about) {
    json.name("exporter").object();
    json.name("version").value(about.version());
    json.name("metricsPath").value(about.metricsPath());
    json.endObject();
    Configuration configuration = about.configuration();
    json.name("configuration").object();
    json.name("file");
    configuration.file().ifPresentOrElse(json::value, json::nothing);
    json.name("rules").value(configuration.rules());
    json.name("flags").array();
    configuration.flags().forEach(json::value);
    json.endArray().endObject();
  }

  private void table(GroupTable table, Map<GroupKey, List<ProcessRow>> opened, long nowNanos) {
    json.name("scan").object();
    json.name("atEpochMillis").value(table.atEpochMillis());
    json.name("ageSeconds").value(rounded((nowNanos - table.atNanos()) / NANOS_PER_SECOND));
    json.name("durationSeconds").value(rounded(table.durationNanos() / NANOS_PER_SECOND));
    json.name("rateSeconds").value(rounded(table.rateSeconds()));
    json.endObject();
    json.name("pointsEpochMillis").array();
    table.pointsEpochMillis().forEach(json::value);
    json.endArray();
    json.name("groups").array();
    for (GroupRow row : table.rows()) group(row, Optional.ofNullable(opened.get(row.key())));
    json.endArray();
  }

  private void group(GroupRow row, Optional<List<ProcessRow>> processes) {
    json.object();
    json.name("id").value(GroupId.of(row.key()));
    json.name("name").value(row.key().name());
    json.name("labels").object();
    row.key().labels().forEach((label, value) -> json.name(label).value(value));
    json.endObject();
    json.name("cpuCores").value(rounded(row.cores()));
    json.name("residentBytes").value(row.residentBytes());
    json.name("processes").value(row.processes());
    json.name("threads").value(row.threads());
    json.name("readBytesPerSecond").value(rounded(row.readBytesPerSecond()));
    json.name("writtenBytesPerSecond").value(rounded(row.writtenBytesPerSecond()));
    points(row.points());
    processes.ifPresent(this::members);
    json.endObject();
  }

  private void points(FloatBuffer points) {
    json.name("cpuCoresPoints").array();
    for (int i = 0; i < points.limit(); i++) json.value(rounded(points.get(i)));
    json.endArray();
  }

  private void members(List<ProcessRow> rows) {
    json.name("membersOmitted").value(Math.max(0, rows.size() - MOST_PROCESSES));
    json.name("members").array();
    rows.stream().sorted(HEAVIEST_FIRST).limit(MOST_PROCESSES).forEach(this::member);
    json.endArray();
  }

  private void member(ProcessRow row) {
    ProcessState process = row.process();
    json.object();
    json.name("pid").value(process.id().pid());
    json.name("command").value(process.comm());
    json.name("commandLine").value(cut(process.commandLine()));
    json.name("user").value(process.username());
    json.name("state").value(String.valueOf(process.state()));
    json.name("threads").value(process.threads());
    json.name("residentBytes").value(process.residentBytes());
    json.name("cpuCores").value(rounded(row.cores()));
    json.name("readBytesPerSecond").value(rounded(row.readBytesPerSecond()));
    json.name("writtenBytesPerSecond").value(rounded(row.writtenBytesPerSecond()));
    json.name("startEpochSeconds").value(process.startEpochSeconds());
    json.endObject();
  }

  private static String cut(String commandLine) {
    return commandLine.length() <= LONGEST_COMMAND_LINE
        ? commandLine
        : commandLine.substring(0, LONGEST_COMMAND_LINE) + "…";
  }

  private static OptionalDouble rounded(OptionalDouble value) {
    return value.isPresent() ? OptionalDouble.of(rounded(value.getAsDouble())) : value;
  }

  private static double rounded(double value) {
    return Double.isFinite(value) ? Math.rint(value * MICRO) / MICRO : value;
  }
}
