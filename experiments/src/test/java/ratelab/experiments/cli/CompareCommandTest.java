package ratelab.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  @TempDir private static Path directory;

  @BeforeAll
  static void record() {
    CommandLineRun repeated = play("before", "seed", "--repeat", "3");
    assertThat(repeated.exitCode()).isZero();
    assertThat(repeated.out()).contains("figure", "spread", "CPU per request");
    play("same", "seed", "--seed", "9");
    play("costly", "seed", "--cpu", "20ms");
    play("fast", "seed", "--speed", "10");
    play("nobody-waits", "seed", "--concurrency", "async", "--work", "sleep");
    play("ended", "decay/exit");
  }

  private static CommandLineRun play(String name, String scenario, String... options) {
    List<String> all = new ArrayList<>(List.of("run", scenario, "--lab", "simulated"));
    all.addAll(List.of("--out", path(name)));
    all.addAll(List.of(options));
    return CommandLineRun.lab(all.toArray(String[]::new));
  }

  private static String path(String name) {
    return directory.resolve(name).toString();
  }

  @Test
  void the_same_again_is_the_same() {
    CommandLineRun same = CommandLineRun.lab("compare", path("before"), path("same"));

    assertThat(same.exitCode()).as(same.out()).isZero();
    assertThat(same.out()).contains("drain", "same").doesNotContain("worse");
  }

  @Test
  void more_cpu_a_request_is_a_regression() {
    CommandLineRun costly = CommandLineRun.lab("compare", path("before"), path("costly"));

    assertThat(costly.exitCode()).as(costly.out()).isEqualTo(1);
    assertThat(costly.out()).containsPattern("CPU per request.*worse");
  }

  @Test
  void less_cpu_a_request_is_none() {
    CommandLineRun better = CommandLineRun.lab("compare", path("costly"), path("same"));

    assertThat(better.exitCode()).as(better.out()).isZero();
    assertThat(better.out()).containsPattern("CPU per request.*better").contains("10 % assumed");
  }

  @Test
  void a_longer_drain_is_a_regression() {
    CommandLineRun late = CommandLineRun.lab("compare", path("nobody-waits"), path("same"));

    assertThat(late.exitCode()).as(late.out()).isEqualTo(1);
    assertThat(late.out()).containsPattern("drain .*worse");
  }

  @Test
  void a_shorter_drain_is_none() {
    CommandLineRun early = CommandLineRun.lab("compare", path("same"), path("nobody-waits"));

    assertThat(early.exitCode()).as(early.out()).isZero();
    assertThat(early.out()).containsPattern("drain .*better");
  }

  @Test
  void a_longer_tail_is_a_regression() throws IOException {
    play("in-time", scenario("in-time", ""));
    play("late", scenario("late", "disturbances: [{at: load-end, do: skip-scrapes, count: 4}]"));

    CommandLineRun late = CommandLineRun.lab("compare", path("in-time"), path("late"));

    assertThat(late.exitCode()).as(late.out()).isEqualTo(1);
    assertThat(late.out())
        .containsPattern("drain .*same")
        .containsPattern("tail of rate\\[30s] .*worse")
        .containsPattern("tail of rate\\[2m] .*same");
    assertThat(CommandLineRun.lab("compare", path("late"), path("in-time")).out())
        .containsPattern("tail of rate\\[30s] .*better");
  }

  private static String scenario(String name, String disturbances) throws IOException {
    String yaml =
        """
        format: 1
        about: a load that is worked off when it ends
        target: {runtime: javalin, concurrency: single, work: exec, sleep: 5s}
        load: {workers: 3, duration: 1m, timeout: 20s}
        scrape: {interval: 15s}
        windows: [30s, 2m]
        idle: 90s
        expect:
          - returns: as-derived
        %s
        """
            .formatted(disturbances);
    return Files.writeString(directory.resolve(name + ".yaml"), yaml).toString();
  }

  @Test
  void a_figure_that_only_the_baseline_shows_leaves_open_whether_it_is_worse() {
    CommandLineRun gone = CommandLineRun.lab("compare", path("before"), path("ended"));

    assertThat(gone.exitCode()).as(gone.out()).isEqualTo(3);
    assertThat(gone.out())
        .containsPattern("tail of rate\\[30s] .*not known .*lost")
        .contains(
            "not compared: %s shows no tail of rate[1m] where %s does, so that it may have become worse; its report says why"
                .formatted(path("ended"), path("before")));
  }

  @Test
  void runs_of_different_speed_are_not_compared() {
    CommandLineRun other = CommandLineRun.lab("compare", path("before"), path("fast"));

    assertThat(other.exitCode()).isEqualTo(3);
    assertThat(other.out())
        .contains(
            "not comparable: %s ran at speed 10.0, the baseline at 1.0".formatted(path("fast")));
  }

  @Test
  void a_directory_without_a_run_is_refused() {
    CommandLineRun none = CommandLineRun.lab("compare", path("before"), path("nowhere"));

    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("not a run directory");
  }
}
