package ratelab.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  @TempDir private static Path directory;

  @BeforeAll
  static void record() {
    CommandLineRun repeated = play("before", "--repeat", "3");
    assertThat(repeated.exitCode()).isZero();
    assertThat(repeated.out()).contains("figure", "spread", "CPU per request");
    play("same", "--seed", "9");
    play("costly", "--cpu", "20ms");
    play("fast", "--speed", "10");
  }

  private static CommandLineRun play(String name, String... options) {
    String[] all = new String[6 + options.length];
    String[] fixed = {"run", "seed", "--lab", "simulated", "--out", path(name)};
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    System.arraycopy(options, 0, all, fixed.length, options.length);
    return CommandLineRun.lab(all);
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
  void runs_of_different_speed_are_not_compared() {
    CommandLineRun other = CommandLineRun.lab("compare", path("before"), path("fast"));

    assertThat(other.exitCode()).isEqualTo(3);
    assertThat(other.out())
        .contains("not comparable: simulated ran at speed 10.0, the baseline at 1.0");
  }

  @Test
  void a_directory_without_a_run_is_refused() {
    CommandLineRun none = CommandLineRun.lab("compare", path("before"), path("nowhere"));

    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("not a run directory");
  }
}
