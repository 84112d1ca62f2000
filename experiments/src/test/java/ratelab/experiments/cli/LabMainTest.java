package ratelab.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.scenario.BuiltInScenarios;

/** What the lab says to those who ask it for what it cannot do: cause and remedy, exit code 2. */
class LabMainTest {
  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void without_a_command_it_prints_its_help() {
    assertThat(lab()).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("Usage: lab [-hV] [--verbose] COMMAND")
        .contains("lab run seed --speed 10");
  }

  @Test
  void a_command_that_does_not_exist() {
    assertRefused("there is no command 'rnu'\nlab: see lab --help", "rnu", "seed");
  }

  @Test
  void an_option_that_does_not_exist() {
    assertRefused(
        "there is no option '--sped'; did you mean --speed?\nlab: see lab run --help",
        "run",
        "seed",
        "--sped",
        "10");
  }

  @Test
  void the_file_of_a_variant() {
    assertRefused(
        "'decay/exit' stands in the file of decay: `lab scenario show decay` prints it, `lab run"
            + " decay/exit` plays it",
        "scenario",
        "show",
        "decay/exit");
  }

  @Test
  void the_file_of_a_variant_that_does_not_exist() {
    assertThat(lab("scenario", "show", "decay/exi")).isEqualTo(2);
    assertThat(err.toString()).startsWith("lab: 'decay' has no variant 'exi'; did you mean exit?");
  }

  @Test
  void a_warning_says_that_it_is_one() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("narrow.yaml"),
            BuiltInScenarios.text("seed").replaceFirst("(?m)^windows: .*$", "windows: [20s, 1m]"));

    lab("run", file.toString(), "--lab", "simulated", "--out", directory.resolve("run").toString());

    assertThat(err.toString().lines().filter(line -> line.contains("narrow.yaml")))
        .singleElement(STRING)
        .matches("lab: warning: .*narrow.yaml:[0-9]+: windows\\[0]: 20s is shorter than twice .*");
  }

  @Test
  void no_scenario_at_all() {
    assertRefused("which scenario? `lab list` shows them, --all plays everything", "run");
  }

  @Test
  void one_scenario_and_all_of_them() {
    assertRefused(
        "--all plays the whole catalogue, seed one of it: choose one", "run", "seed", "--all");
  }

  @Test
  void a_second_scenario_that_does_not_exist() {
    assertThat(lab("run", "seed", "decay/restart")).isEqualTo(2);
    assertThat(err.toString())
        .contains("'decay' has no variant 'restart'; did you mean restarted? (there are decay/");
  }

  @Test
  void several_scenarios_end_in_one_report() {
    Path suite = directory.resolve("suite");

    assertThat(
            lab(
                "run",
                "decay",
                "seed",
                "--lab",
                "simulated",
                "--speed",
                "10",
                "--at-once",
                "2",
                "--out",
                suite.toString()))
        .as("%s%s", out, err)
        .isZero();
    assertThat(out.toString())
        .contains("PASS          decay/restarted ")
        .contains("PASS          seed ")
        .endsWith("Report: " + suite.resolve("index.html") + "\n");
    assertThat(suite.resolve("index.html")).content().contains("decay-restarted/report.html");
    assertThat(suite.resolve("decay-restarted/verdicts.json")).exists();
  }

  @Test
  void a_speed_that_is_no_number() {
    assertRefused(
        "Invalid value for option '--speed': 'fast' is not a number; write it like 10 or 0.5\n"
            + "lab: see lab run --help",
        "run",
        "seed",
        "--speed",
        "fast");
  }

  @Test
  void a_directory_in_place_of_a_scenario() {
    assertRefused(
        directory + ": is a directory; give a scenario's file, or replay a run with `lab replay`",
        "run",
        directory.toString());
  }

  @Test
  void burning_without_an_amount() {
    assertRefused(
        "--work burn: tell how much CPU time to burn, as --cpu 200ms",
        "run",
        "seed",
        "--work",
        "burn");
  }

  @Test
  void a_prometheus_in_a_simulation() {
    assertRefused(
        "--lab simulated has no Prometheus and is done at once: leave out --prometheus and"
            + " --stop-when-explained, or use --lab local",
        "run",
        "seed",
        "--lab",
        "simulated",
        "--prometheus",
        "/usr/bin/prometheus");
  }

  @Test
  void a_run_directory_that_is_a_file() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    assertRefused("--out " + file + " is a file; give a new or empty directory", simulated(file));
  }

  @Test
  void a_run_directory_that_is_not_empty() throws IOException {
    Files.createFile(directory.resolve("file"));
    assertRefused(
        "--out " + directory + " is not empty; give a new or empty directory",
        simulated(directory));
  }

  @Test
  void a_run_directory_that_cannot_be_made() {
    assertRefused(
        "the run directory /proc/run cannot be made (no such file or directory); give another one"
            + " with --out",
        simulated(Path.of("/proc/run")));
  }

  @Test
  void a_target_that_works_on_all_requests_at_once_explains_why_a_backlog_was_not_seen() {
    Path run = directory.resolve("run");
    assertThat(
            lab(
                "run",
                "seed",
                "--lab",
                "simulated",
                "--concurrency",
                "virtual",
                "--out",
                run.toString()))
        .isEqualTo(1);
    assertThat(err.toString()).contains("no work is left when the load ends");
    assertThat(out.toString().replaceAll("\\s+", " "))
        .contains(
            "The target works on all requests at once (concurrency virtual): nothing is left to"
                + " work off, so expect no backlog of it.");
  }

  private void assertRefused(String message, String... arguments) {
    assertThat(lab(arguments)).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("lab: " + message + "\n");
    assertThat(out.toString()).isEmpty();
  }

  private static String[] simulated(Path runDirectory) {
    return new String[] {"run", "seed", "--lab", "simulated", "--out", runDirectory.toString()};
  }

  private int lab(String... arguments) {
    return new LabMain()
        .commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
