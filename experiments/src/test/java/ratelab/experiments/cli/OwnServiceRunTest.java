package ratelab.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code lab run} has no use for where the target is one's own service. */
class OwnServiceRunTest {
  @TempDir private Path directory;

  private final StringWriter err = new StringWriter();
  private Path scenario = Path.of("");

  @BeforeEach
  void write_a_scenario() {
    scenario = directory.resolve("mine.yaml");
    assertThat(lab("init", scenario.toString())).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "--speed=10       | --speed 10.0: your own service has no service time that the lab could"
            + " set: leave out --speed",
        "--lab=simulated  | your own service runs for real: leave out --lab",
        "--target=node    | --target, --concurrency, --work and --cpu choose a sample app: your own"
            + " service is described in a scenario file; `lab init` writes one",
      })
  void it_is_refused_with_its_reason(String flag, String message) {
    assertThat(lab("run", scenario.toString(), flag)).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("lab: " + message + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--lab=local     | --lab local starts processes, and target.image is started by a Docker"
            + " engine: leave out --lab, or give target.command",
        "--lab=simulated | your own service runs for real: leave out --lab",
        "--prometheus=/x | the Docker lab has a Prometheus of its own, in a container: use"
            + " --prometheus auto or none",
      })
  void an_image_needs_the_docker_lab(String flag, String message) throws IOException {
    String text = Files.readString(scenario);
    Files.writeString(
        scenario,
        text.replaceFirst("(?m)^  url:.*$", "  image: mine")
            .replaceFirst("(?m)^  command:.*$", "  ports: [8080]"));

    assertThat(lab("run", scenario.toString(), flag)).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("lab: " + message + "\n");
  }

  @Test
  void a_built_in_scenario_cannot_be_played_on_it_by_a_flag() {
    assertThat(lab("run", "seed", "--target", "own")).isEqualTo(2);
    assertThat(err.toString()).contains("`lab init` writes one");
  }

  private int lab(String... arguments) {
    return new LabMain()
        .commandLine()
        .setOut(new PrintWriter(new StringWriter()))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
