package ratelab.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The one-file jar as users start it: streams, exit codes, signals. */
@Timeout(60)
class ExporterJarIT {
  private static final Path JAR = Path.of("target/ratelab-exporter.jar");
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final int DEADLINE_SECONDS = 20;

  @TempDir Path directory;

  @Test
  void says_where_it_listens_serves_and_ends_on_sigterm_within_a_second() throws Exception {
    Path config = config("process_names: [{name: self, comm: [java], exe: [java]}]");
    Process exporter =
        start("-config.path", config.toString(), "-web.listen-address=127.0.0.1:0").start();
    try {
      String ready = exporter.inputReader().readLine();
      assertThat(ready).matches("listening on http://127\\.0\\.0\\.1:[1-9][0-9]*/metrics");
      assertThat(get(ready.substring("listening on ".length())))
          .containsPattern("namedprocess_namegroup_num_procs\\{groupname=\"self\"\\} [1-9]")
          .contains("namedprocess_namegroup_cpu_runtime_seconds_total{groupname=\"self\"}")
          .contains("goversion=\"java" + Runtime.version() + "\"");
      long asked = System.nanoTime();
      exporter.toHandle().destroy(); // leaves the streams open
      assertThat(exporter.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(1));
      assertThat(exporter.exitValue()).isZero();
      assertThat(exporter.inputReader().readLine()).isNull();
      assertThat(exporter.errorReader().readAllAsString()).isEmpty();
    } finally {
      exporter.destroyForcibly();
    }
  }

  @Test
  void without_native_access_it_serves_ticks_and_says_what_is_missing() throws Exception {
    Path config = config("process_names: [{name: self, comm: [java]}]");
    List<String> command =
        List.of(
            JAVA.toString(),
            "-cp",
            JAR.toString(),
            ExporterMain.class.getName(),
            "-config.path=" + config,
            "-web.listen-address=127.0.0.1:0");
    Process exporter = new ProcessBuilder(command).start();
    try {
      String ready = Optional.ofNullable(exporter.inputReader().readLine()).orElse("");
      assertThat(get(ready.substring("listening on ".length())))
          .contains("namedprocess_namegroup_cpu_seconds_total{groupname=\"self\",mode=\"user\"}")
          .doesNotContain("namegroup_cpu_runtime_seconds");
      assertThat(exporter.errorReader().readLine())
          .isEqualTo(
              "no nanosecond CPU counters: native access is off; on 64-bit Linux start with"
                  + " --enable-native-access=ALL-UNNAMED");
    } finally {
      exporter.destroyForcibly();
    }
  }

  @Test
  void a_configuration_that_names_nothing_is_legal_and_noted() throws Exception {
    Path config = config("process_name: [{comm: [java]}]");
    Process exporter =
        start("-config.path", config.toString(), "-web.listen-address=127.0.0.1:0").start();
    try {
      assertThat(exporter.errorReader().readLine())
          .isEqualTo(
              "nothing is tracked: give -config.path a file with a list process_names, or"
                  + " -procnames");
      assertThat(exporter.inputReader().readLine()).startsWith("listening on http://");
    } finally {
      exporter.destroyForcibly();
    }
  }

  @Test
  void help_and_version_go_to_stdout() throws Exception {
    Ended help = run("-h");
    assertThat(help.exit()).isZero();
    assertThat(help.stdout())
        .startsWith("Usage: java -jar")
        .contains("-web.listen-address HOST:PORT");
    assertThat(help.stderr()).isEmpty();
    Ended version = run("--version");
    assertThat(version.exit()).isZero();
    assertThat(version.stdout()).startsWith("ratelab-exporter, version ");
  }

  @Test
  void the_manual_has_the_flags_and_the_configuration() throws Exception {
    Ended manual = run("-man");
    assertThat(manual.exit()).isZero();
    assertThat(manual.stdout())
        .startsWith("Usage: java -jar")
        .contains("# Configuration of the exporter", "process_names:");
    assertThat(manual.stderr()).isEmpty();
  }

  @Test
  void flags_that_exclude_each_other_exit_with_1() throws Exception {
    assertThat(run("-config.path=c.yaml", "-procnames=bash"))
        .isEqualTo(
            new Ended(
                1,
                "",
                "-config.path and -procnames exclude each other; name the groups in one place\n"));
  }

  @Test
  void an_unknown_flag_exits_with_2() throws Exception {
    Ended ended = run("-nope=1");
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.stderr()).startsWith("unknown flag -nope=1\nUsage: ");
    assertThat(ended.stdout()).isEmpty();
  }

  @Test
  void what_prevents_a_start_is_one_line_and_exits_with_1() throws Exception {
    Path config = config("process_names: [{comm: bash}]");
    assertThat(run("-config.path", config.toString()))
        .isEqualTo(
            new Ended(
                1,
                "",
                config
                    + ":1: process_names[0].comm: expected a list of command names, such as"
                    + " [bash], found \"bash\"\n"));
    assertThat(run("-procfs", directory.toString()))
        .isEqualTo(
            new Ended(
                1,
                "",
                directory
                    + " is no procfs: it has no file stat; give -procfs the place where one is"
                    + " mounted\n"));
    Files.writeString(directory.resolve("stat"), "btime 1795331467\n");
    assertThat(run("-procfs", directory.toString()).stderr())
        .isEqualTo(
            directory
                + " is no procfs: it has no file uptime; give -procfs the place where one is"
                + " mounted\n");
    assertThat(run("-web.listen-address=192.0.2.1:9256"))
        .isEqualTo(
            new Ended(
                1,
                "",
                "cannot listen on 192.0.2.1:9256: Cannot assign requested address; end what"
                    + " listens there or choose another -web.listen-address\n"));
  }

  @Test
  void sighup_reads_the_configuration_again_and_keeps_the_counters() throws Exception {
    Path config = config("process_names: [{name: before, comm: [java]}]");
    Process exporter = start("-config.path=" + config, "-web.listen-address=127.0.0.1:0").start();
    try {
      String ready = Optional.ofNullable(exporter.inputReader().readLine()).orElse("");
      String url = ready.substring("listening on ".length());
      assertThat(get(url)).contains("num_procs{groupname=\"before\"}");
      config("process_names: [{name: after, comm: [java]}]");
      hangUp(exporter);
      Await.until("the new group", () -> Optional.of(scrape(url)).filter(this::hasMoved));
      assertThat(exporter.isAlive()).isTrue();
    } finally {
      exporter.destroyForcibly();
    }
  }

  private boolean hasMoved(String scrape) {
    return scrape.contains("num_procs{groupname=\"before\"} 0\n")
        && scrape.contains("cpu_seconds_total{groupname=\"before\",mode=\"user\"}")
        && !scrape.contains("num_procs{groupname=\"after\"} 0\n")
        && scrape.contains("process_exporter_config_last_reload_successful 1\n");
  }

  private static void hangUp(Process process) throws Exception {
    List<String> kill = List.of("kill", "-HUP", Long.toString(process.pid()));
    assertThat(new ProcessBuilder(kill).start().waitFor()).isZero();
  }

  private static String scrape(String url) {
    try {
      return get(url);
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  @Test
  void once_to_stdout_prints_one_scrape_and_listens_nowhere() throws Exception {
    Path config = config("process_names: [{name: self, comm: [java]}]");
    Ended ended = run("-config.path=" + config, "-once-to-stdout-delay=100ms");
    assertThat(ended.exit()).isZero();
    assertThat(ended.stderr()).isEmpty();
    assertThat(ended.stdout())
        .startsWith("# HELP namedprocess_namegroup_context_switches_total")
        .contains("num_procs{groupname=\"self\"}")
        .contains("\nprocess_exporter_build_info{")
        .doesNotContain("listening");
  }

  private record Ended(int exit, String stdout, String stderr) {}

  /** Into files: one that waits for its reader never ends, and a busy machine's scrape is long. */
  private Ended run(String... arguments) throws Exception {
    Path stdout = directory.resolve("stdout");
    Path stderr = directory.resolve("stderr");
    Process process =
        start(arguments).redirectOutput(stdout.toFile()).redirectError(stderr.toFile()).start();
    try {
      assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS))
          .as("it ends; so far it said: %s", Files.readString(stderr))
          .isTrue();
      return new Ended(process.exitValue(), Files.readString(stdout), Files.readString(stderr));
    } finally {
      process.destroyForcibly();
    }
  }

  private static ProcessBuilder start(String... arguments) {
    List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  private static String get(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
          .body();
    }
  }

  private Path config(String yaml) throws IOException {
    return Files.writeString(directory.resolve("c.yaml"), yaml);
  }
}
