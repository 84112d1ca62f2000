package ratelab.exporter.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.exporter.group.GroupRules;
import ratelab.exporter.group.GroupTracker;
import ratelab.exporter.group.RulesFile;
import ratelab.exporter.proc.CpuClock;
import ratelab.exporter.proc.FakeProcess;
import ratelab.exporter.proc.Fixtures;
import ratelab.exporter.proc.KernelUnits;
import ratelab.exporter.proc.Procfs;
import ratelab.exporter.proc.ProcfsTree;
import ratelab.exporter.proc.UserNames;

class ScrapeTextTest {
  @TempDir Path directory;

  @Test
  void a_scrape_as_prometheus_reads_it() throws Exception {
    ProcfsTree tree = new ProcfsTree(Files.createDirectory(directory.resolve("proc")));
    tree.put(new FakeProcess(10, 500, "gone").nanos(7));
    GroupTracker tracker = start(tree.open(), "{{.Comm}}");
    tree.put(new FakeProcess(11, 1234, "app").ticks(23, 7).nanos(304_000_001).swapped(2));
    tree.end(10);
    assertThat(scrape(tracker)).isEqualTo(expected("scrape.prom"));
  }

  @Test
  void names_may_hold_anything() throws Exception {
    CpuClock clock = new CpuClock.Missing("none here");
    Procfs procfs = Procfs.open(Fixtures.CAPTURED, clock, KernelUnits.USUAL);
    assertThat(scrape(start(procfs, "{{.Comm}}")))
        .contains(
            """
            namedprocess_namegroup_num_procs{groupname=") R 1 (x y"} 1.0
            namedprocess_namegroup_num_procs{groupname="bash"} 1.0
            namedprocess_namegroup_num_procs{groupname="kthreadd"} 1.0
            namedprocess_namegroup_num_procs{groupname="sleep"} 1.0
            namedprocess_namegroup_num_procs{groupname="true"} 1.0
            namedprocess_namegroup_num_procs{groupname="two\\nlines"} 1.0
            namedprocess_namegroup_num_procs{groupname="ééééééé\uFFFD"} 1.0
            """)
        .contains("oldest_start_time_seconds{groupname=\"bash\"} 1.795382105E9\n");
  }

  @Test
  void without_a_clock_its_family_is_absent_and_not_0() throws Exception {
    CpuClock clock = new CpuClock.Missing("none here");
    Procfs procfs = Procfs.open(Fixtures.CAPTURED, clock, KernelUnits.USUAL);
    assertThat(scrape(start(procfs, "all"))).doesNotContain("cpu_runtime_seconds");
  }

  @Test
  void only_groups_whose_clock_was_read_have_its_series() throws Exception {
    CpuClock clock = pid -> pid == Fixtures.BASH ? OptionalLong.of(1) : OptionalLong.empty();
    Procfs procfs = Procfs.open(Fixtures.CAPTURED, clock, KernelUnits.USUAL);
    assertThat(scrape(start(procfs, "{{.Comm}}")).lines())
        .filteredOn(line -> line.startsWith("namedprocess_namegroup_cpu_runtime"))
        .containsExactly(
            "namedprocess_namegroup_cpu_runtime_seconds_total{groupname=\"bash\"} 0.0");
  }

  @Test
  void a_scan_that_failed_leaves_only_the_errors() throws Exception {
    ProcfsTree tree = new ProcfsTree(Files.createDirectory(directory.resolve("proc")));
    tree.put(new FakeProcess(10, 500, "app"));
    GroupTracker tracker = start(tree.open(), "all");
    tree.hide();
    assertThat(scrape(tracker).lines())
        .filteredOn(line -> line.startsWith("namedprocess_"))
        .containsExactly(
            "namedprocess_scrape_errors 1.0",
            "namedprocess_scrape_partial_errors 0.0",
            "namedprocess_scrape_procread_errors 0.0");
  }

  private GroupTracker start(Procfs procfs, String name) throws Exception {
    String yaml = "process_names: [{name: '" + name + "', cmdline: ['.*']}]";
    Path config = Files.writeString(directory.resolve("c.yaml"), yaml);
    GroupRules rules = RulesFile.read(config, true);
    return GroupTracker.start(procfs, rules, new UserNames(directory.resolve("passwd")));
  }

  private static String scrape(GroupTracker tracker) throws IOException {
    PrometheusRegistry registry = new PrometheusRegistry();
    registry.register(new ProcessGroupCollector(tracker::scan));
    registry.register(new BuildInfo("1.2.3", "25"));
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create().write(text, registry.scrape());
    return text.toString(UTF_8);
  }

  private static String expected(String golden) throws IOException {
    return Files.readString(Path.of("src/test/resources", golden));
  }
}
