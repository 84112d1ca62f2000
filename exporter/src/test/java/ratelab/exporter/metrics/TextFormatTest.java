package ratelab.exporter.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import ratelab.exporter.group.GroupScan;
import ratelab.exporter.rules.GroupKey;

class TextFormatTest {
  @Test
  void every_family_of_a_group_as_prometheus_reads_it() throws IOException {
    assertThat(text(States.scan(States.full(GroupKey.of("app")))))
        .isEqualTo(Files.readString(Path.of("src/test/resources/group.prom")));
  }

  @Test
  void what_is_not_known_has_no_series_and_a_family_without_series_no_head() throws IOException {
    assertThat(text(States.scan(States.bare(GroupKey.of("gone")))))
        .isEqualTo(Files.readString(Path.of("src/test/resources/bare-group.prom")));
  }

  @Test
  void names_may_hold_anything() throws IOException {
    assertThat(text(States.scan(States.bare(GroupKey.of("a\\b \"c\"\nd é\uFFFD")))))
        .contains("num_procs{groupname=\"a\\\\b \\\"c\\\"\\nd é\uFFFD\"} 0\n");
  }

  @Test
  void labels_of_a_group_stand_in_order_with_those_of_its_series() throws IOException {
    TreeMap<String, String> labels = new TreeMap<>();
    labels.put("zone", "z");
    labels.put("app", "a");
    labels.put("kind", "k");
    assertThat(text(States.scan(States.full(new GroupKey("g", labels)))))
        .contains(
            "context_switches_total{app=\"a\",ctxswitchtype=\"nonvoluntary\",groupname=\"g\","
                + "kind=\"k\",zone=\"z\"} 6\n")
        .contains(
            "thread_cpu_seconds_total{app=\"a\",groupname=\"g\",kind=\"k\",mode=\"system\","
                + "threadname=\"main\",zone=\"z\"} 0.05\n");
  }

  @Test
  void families_about_the_exporter_follow() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PlainFamily errors =
        new PlainFamily(
            "x_total",
            MetricType.COUNTER,
            "What \\ it is.",
            List.of(
                new PlainFamily.PlainSeries(
                    List.of(new Label("file", "io"), new Label("reason", "denied")), 3)));
    PlainFamily none = new PlainFamily("y", MetricType.GAUGE, "None.", List.of());
    new TextFormat().write(States.scan(), List.of(errors, none), out);
    assertThat(out.toString(UTF_8))
        .isEqualTo(
            """
            # HELP x_total What \\\\ it is.
            # TYPE x_total counter
            x_total{file="io",reason="denied"} 3
            """);
  }

  @Test
  void long_texts_cross_the_borders_of_the_buffer_whole() throws IOException {
    String name = "x".repeat(40_000);
    assertThat(text(States.scan(States.bare(GroupKey.of(name)))))
        .contains("num_procs{groupname=\"" + name + "\"} 0\n");
  }

  private static String text(GroupScan scan) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new TextFormat().write(scan, List.of(), out);
    return out.toString(UTF_8);
  }
}
