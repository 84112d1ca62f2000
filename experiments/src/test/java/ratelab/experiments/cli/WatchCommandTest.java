package ratelab.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchCommandTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          watch                                      | lab: Missing required option: '--pid=PID'
          watch --pid 0                              | lab: --pid 0: expected the number of a process
          watch --pid 999999999                      | lab: there is no process with pid 999999999; find it with: pgrep -af NAME
          watch --pid 1 --scrape 10ms                | lab: --scrape 10ms: the watch itself would show in the CPU; give 100ms or more
          watch --pid 1 --window 5s --scrape 5s      | lab: --window 5s: a rate needs two samples, so with --scrape 5s give 10s or more
          """)
  void what_cannot_be_watched_is_refused(String commandLine, String message) {
    CommandLineRun watch = CommandLineRun.lab(commandLine.strip().split(" +", -1));

    assertThat(watch.exitCode()).isEqualTo(2);
    assertThat(watch.err()).startsWith(message);
  }
}
