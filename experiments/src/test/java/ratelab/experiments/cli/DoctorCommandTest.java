package ratelab.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorCommandTest {
  private static final CommandLineRun DOCTOR = CommandLineRun.lab("doctor");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java",
        "/proc",
        "setsid",
        "node",
        "express",
        "python3",
        "go",
        "prometheus",
        "promtool",
        "process-exporter",
        "docker",
        "hey",
        "k6",
        "nginx",
        "chromium"
      })
  void each_part_is_found_or_missing_with_a_remedy(String part) {
    assertThat(DOCTOR.exitCode()).isZero();
    assertThat(DOCTOR.out().lines())
        .as(DOCTOR.out())
        .filteredOn(line -> line.matches("(found|missing) +" + part + " .*"))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .matches(
                        "found +\\S+ +\\S.*|missing +\\S+ +adds .+; get it: .+|missing +/proc .+"));
  }
}
