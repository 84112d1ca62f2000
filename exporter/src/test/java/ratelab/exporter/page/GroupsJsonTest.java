package ratelab.exporter.page;

import static org.assertj.core.api.Assertions.assertThat;
import static ratelab.exporter.page.Groups.group;
import static ratelab.exporter.page.Groups.labelled;
import static ratelab.exporter.page.Groups.nanos;
import static ratelab.exporter.page.Groups.process;
import static ratelab.exporter.page.Groups.scan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import ratelab.exporter.group.ProcessState;
import ratelab.exporter.proc.ProcessId;
import ratelab.exporter.rules.GroupKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class GroupsJsonTest {
  private static final About ABOUT =
      new About(
          "1.2",
          "/metrics",
          new Configuration(Optional.of("groups.yaml"), 3, List.of("-children=false")));
  private static final GroupKey KEY = GroupKey.of("a");

  private final History history = new History(0, 1_000_000);

  @Test
  void is_complete_with_an_opened_group() {
    history.record(scan(0, group("a", 0)), nanos(0.002));
    history.record(scan(5, group("a", 1)), nanos(5.002));
    ProcessRow row =
        new ProcessRow(
            process(42, 9), OptionalDouble.of(0.2), OptionalDouble.empty(), OptionalDouble.of(10));
    assertThat(json(Map.of(KEY, List.of(row)), 5.5))
        .isEqualTo(
            tree(
                """
                {
                  "format": 1,
                  "exporter": {"version": "1.2", "metricsPath": "/metrics"},
                  "configuration": {"file": "groups.yaml", "rules": 3, "flags": ["-children=false"]},
                  "scan": {
                    "atEpochMillis": 1005000,
                    "ageSeconds": 0.5,
                    "durationSeconds": 0.002,
                    "rateSeconds": 5.0
                  },
                  "pointsEpochMillis": [1005000],
                  "groups": [
                    {
                      "id": "a",
                      "name": "a",
                      "labels": {},
                      "cpuCores": 0.2,
                      "residentBytes": 4096,
                      "processes": 1,
                      "threads": 2,
                      "readBytesPerSecond": null,
                      "writtenBytesPerSecond": null,
                      "cpuCoresPoints": [0.2],
                      "membersOmitted": 0,
                      "members": [
                        {
                          "pid": 42,
                          "command": "comm",
                          "commandLine": "comm --flag",
                          "user": "root",
                          "state": "S",
                          "threads": 2,
                          "residentBytes": 4096,
                          "cpuCores": 0.2,
                          "readBytesPerSecond": null,
                          "writtenBytesPerSecond": 10.0,
                          "startEpochSeconds": 1700000000
                        }
                      ]
                    }
                  ]
                }
                """));
  }

  @Test
  void says_when_nothing_is_configured_or_was_ever_read() {
    About bare = new About("1.2", "/metrics", new Configuration(Optional.empty(), 0, List.of()));
    assertThat(tree(GroupsJson.write(bare, Optional.empty(), Map.of(), 0)))
        .isEqualTo(
            tree(
                """
                {
                  "format": 1,
                  "exporter": {"version": "1.2", "metricsPath": "/metrics"},
                  "configuration": {"file": null, "rules": 0, "flags": []},
                  "scan": null,
                  "groups": []
                }
                """));
  }

  @Test
  void what_is_not_known_is_null_and_never_0() {
    history.record(scan(0, group("a", 0)), 0);
    JsonNode group = json(Map.of(), 0).get("groups").get(0);
    for (String rate : List.of("cpuCores", "readBytesPerSecond", "writtenBytesPerSecond")) {
      assertThat(group.get(rate).isNull()).as(rate).isTrue();
    }
    assertThat(group.has("members")).isFalse();
  }

  @Test
  void groups_of_one_name_are_told_apart_by_their_labels() {
    history.record(
        scan(0, labelled("a", Map.of("user", "x")), labelled("a", Map.of("user", "y"))), 0);
    assertThat(
            StreamSupport.stream(json(Map.of(), 0).get("groups").spliterator(), false)
                .map(group -> group.get("id").asString() + " " + group.get("labels")))
        .containsExactlyInAnyOrder(
            "a{user=\"x\"} {\"user\":\"x\"}", "a{user=\"y\"} {\"user\":\"y\"}");
  }

  @Test
  void of_very_many_processes_only_the_heaviest_are_listed_and_the_rest_is_counted() {
    history.record(scan(0, group("a", 0)), 0);
    List<ProcessRow> rows =
        IntStream.range(1, 1001).mapToObj(pid -> using(process(pid, 0), pid % 10)).toList();
    JsonNode group = json(Map.of(KEY, rows), 0).get("groups").get(0);
    assertThat(group.get("membersOmitted").asInt()).isEqualTo(500);
    assertThat(group.get("members")).hasSize(500);
    assertThat(group.get("members").get(0).get("pid").asInt()).isEqualTo(9);
    assertThat(group.get("members").get(499).get("cpuCores").asInt()).isEqualTo(5);
  }

  @Test
  void an_endless_command_line_is_cut() {
    history.record(scan(0, group("a", 0)), 0);
    ProcessState talkative =
        new ProcessState(
            new ProcessId(1, 1),
            "x",
            "y".repeat(100_000),
            "root",
            'R',
            1,
            0,
            0,
            0,
            OptionalLong.empty(),
            OptionalLong.empty());
    JsonNode group = json(Map.of(KEY, List.of(using(talkative, 0))), 0).get("groups").get(0);
    assertThat(group.get("members").get(0).get("commandLine").asString())
        .hasSize(2001)
        .endsWith("y…");
  }

  private static ProcessRow using(ProcessState process, double cores) {
    return new ProcessRow(
        process, OptionalDouble.of(cores), OptionalDouble.empty(), OptionalDouble.empty());
  }

  private JsonNode json(Map<GroupKey, List<ProcessRow>> opened, double nowSeconds) {
    return tree(GroupsJson.write(ABOUT, history.table(Long.MIN_VALUE), opened, nanos(nowSeconds)));
  }

  private static JsonNode tree(String json) {
    return new ObjectMapper().readTree(json);
  }
}
