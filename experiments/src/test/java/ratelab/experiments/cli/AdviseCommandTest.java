package ratelab.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.RequiredTools;
import ratelab.experiments.scenario.BuiltInScenarios;

class AdviseCommandTest {
  @TempDir private Path directory;

  @Test
  void a_scrape_interval_alone_asks_for_four_of_them() {
    CommandLineRun advice = CommandLineRun.lab("advise", "--scrape", "15s");

    assertThat(advice.exitCode()).isZero();
    assertThat(advice.out())
        .startsWith("Use rate[1m] with scrapes every 15s.")
        .contains("rate[15s] shows nothing: it never holds two samples.")
        .contains("sum by (groupname) (rate(namedprocess_namegroup_cpu_seconds_total");
  }

  @Test
  void a_signal_below_a_tick_and_a_short_phase_are_warned_of() {
    CommandLineRun advice =
        CommandLineRun.lab("advise", "--scrape", "15s", "--signal", "0.0005", "--load", "1m");

    assertThat(advice.out().replaceAll("\\s+", " "))
        .startsWith("Use rate[10m]")
        .contains("! The signal is below a tick: 0.0075 s of CPU between two scrapes")
        .contains("A gate on rate[10m] can not judge a phase of 1m");
  }

  @Test
  void a_run_brings_its_own_signal_and_scrapes() {
    Path run = directory.resolve("run");
    CommandLineRun.lab("run", "seed", "--lab", "simulated", "--out", run.toString());

    CommandLineRun advice = CommandLineRun.lab("advise", run.toString());

    assertThat(advice.out())
        .startsWith("Use rate[1m] with scrapes every 15s.")
        .contains("namedprocess_namegroup_cpu_runtime_seconds_total{groupname=\"target\"}[1m]");
  }

  @Test
  void a_runs_windows_of_less_than_two_of_its_scrapes_are_warned_of() throws IOException {
    String run = played("narrow", "[10s, 20s, 30s]");

    assertThat(warnings("advise", run))
        .contains(
            "! The run's rate[10s] is shorter than twice the scrape interval of 15s (W < 2S): it"
                + " shows nothing: it never holds two samples.",
            "! The run's rate[20s] is shorter than twice the scrape interval of 15s (W < 2S): it"
                + " has a value for 33 % of the time only.")
        .doesNotContain("rate[30s] is shorter");
  }

  @Test
  void a_runs_windows_are_held_against_other_scrapes_too() throws IOException {
    String run = played("wide", "[30s, 1m]");

    assertThat(warnings("advise", run)).doesNotContain("is shorter than");
    assertThat(warnings("advise", run, "--scrape", "20s"))
        .contains("rate[30s] is shorter than twice the scrape interval of 20s (W < 2S)")
        .doesNotContain("rate[1m] is shorter");
  }

  private String played(String name, String windows) throws IOException {
    String seed =
        BuiltInScenarios.text("seed").replaceFirst("(?m)^windows: .*$", "windows: " + windows);
    Path file = Files.writeString(directory.resolve(name + ".yaml"), seed);
    Path run = directory.resolve(name);
    CommandLineRun.lab("run", file.toString(), "--lab", "simulated", "--out", run.toString());
    return run.toString();
  }

  /** All that is said before the windows' portraits, in one line. */
  private static String warnings(String... arguments) {
    String out = CommandLineRun.lab(arguments).out();
    return out.substring(0, out.indexOf("\n\n")).replaceAll("\\s+", " ");
  }

  @Test
  void without_run_and_interval_it_says_what_it_needs() {
    assertThat(CommandLineRun.lab("advise").err())
        .isEqualTo(
            "lab: advice needs a run directory or a scrape interval; try: lab advise --scrape"
                + " 15s\n");
    assertThat(CommandLineRun.lab("advise", "--scrape", "0").err())
        .contains("--scrape 0s: give an interval from 1ms to 10m, such as 15s");
    assertThat(CommandLineRun.lab("advise", "--scrape", "15s", "--signal", "-1").err())
        .contains("--signal -1.0: give the rate above idle in cores, such as 0.2");
  }

  @Test
  void an_alert_at_a_rate_that_nothing_tells_is_called_a_placeholder() {
    assertThat(CommandLineRun.lab("advise", "--scrape", "15s").out())
        .contains(
            """
                  - alert: CpuStaysUp
                    # 0.100000 is a placeholder: put a rate between idle and busy here; --signal CORES or a run gives one.
                    expr: groupname:namedprocess_namegroup_cpu_seconds:rate1m{groupname="my-service"} > 0.100000
            """);
    assertThat(CommandLineRun.lab("advise", "--scrape", "15s", "--signal", "0.2").out())
        .contains("> 0.100000")
        .doesNotContain("placeholder");
  }

  @Test
  void promtool_accepts_what_is_to_be_pasted() throws Exception {
    Path promtool = RequiredTools.locate("promtool", "prometheus");
    String out = CommandLineRun.lab("advise", "--scrape", "15s").out();
    int config = out.indexOf("# prometheus.yml");
    int rules = out.indexOf("# A file under rule_files");

    assertThat(check(promtool, "config", out.substring(config, rules))).contains("SUCCESS");
    assertThat(check(promtool, "rules", out.substring(rules))).contains("SUCCESS: 2 rules found");
  }

  private String check(Path promtool, String what, String yaml)
      throws IOException, InterruptedException {
    Path file = Files.writeString(directory.resolve(what + ".yml"), yaml);
    Path output = directory.resolve(what + ".txt");
    Process process =
        new ProcessBuilder(promtool.toString(), "check", what, file.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    String said = Files.readString(output);
    assertThat(process.exitValue()).as(said + yaml).isZero();
    return said;
  }
}
