package ratelab.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import ratelab.experiments.scenario.OwnService;
import ratelab.experiments.scenario.Scenario;
import ratelab.experiments.scenario.ScenarioFile;
import ratelab.experiments.scenario.ScenarioReader;

class InitCommandTest {
  @TempDir private Path directory;

  @Test
  void it_writes_a_scenario_that_can_be_read() {
    Path file = directory.resolve("mine.yaml");

    assertThat(run(file).status()).isZero();

    ScenarioFile read = ScenarioReader.read(file);
    assertThat(read.warnings()).isEmpty();
    assertThat(read.scenario().target().own().orElseThrow().source())
        .isInstanceOf(OwnService.Command.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'image: ', Image",
    "'pid: ', Pid",
    "'exporter: ', Exporter",
    "'prometheus: ', Prometheus",
    "'env: ', Command",
    "'access-log:', Command",
  })
  void every_choice_that_it_offers_is_one_that_the_lab_knows(String choice, String source)
      throws IOException {
    Scenario scenario = chosen(choice);

    assertThat(scenario.target().own().orElseThrow().source().getClass().getSimpleName())
        .isEqualTo(source);
  }

  @ParameterizedTest
  @CsvSource({"'hey: ', true", "'command: [k6', false"})
  void so_is_every_load(String choice, boolean isHey) throws IOException {
    assertThat(chosen(choice).load().command().orElseThrow().isHey()).isEqualTo(isHey);
  }

  @Test
  void it_never_overwrites_a_file() throws IOException {
    Path file = Files.writeString(directory.resolve("mine.yaml"), "mine");

    assertThat(run(file))
        .isEqualTo(new Run(2, "lab: " + file + ": is there already; give another file\n"));
    assertThat(file).hasContent("mine");
  }

  @Test
  void a_directory_that_is_not_there_is_told_in_words() {
    Path file = directory.resolve("nowhere").resolve("mine.yaml");

    assertThat(run(file))
        .isEqualTo(
            new Run(
                2,
                "lab: "
                    + file
                    + ": cannot be written (no such file or directory); give another file\n"));
  }

  private record Run(int status, String err) {}

  private static Run run(Path file) {
    StringWriter err = new StringWriter();
    CommandLine lab =
        new LabMain()
            .commandLine()
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(err));
    return new Run(lab.execute("init", file.toString()), err.toString());
  }

  /** The template with one choice made, as its comments tell. */
  private Scenario chosen(String choice) throws IOException {
    Path file = directory.resolve("mine.yaml");
    run(file);
    boolean isSource = choice.matches("(image|pid|exporter|prometheus): ");
    boolean isLoad = choice.startsWith("hey") || choice.startsWith("command");
    boolean[] inChoice = {false};
    String text =
        Files.readAllLines(file).stream()
            .filter(line -> !(isSource && line.startsWith("  command:")))
            .filter(line -> !(choice.startsWith("image") && line.startsWith("  url:")))
            .filter(line -> !(isLoad && line.matches("  (workers|duration|timeout):.*")))
            .map(
                line -> {
                  boolean begins = line.startsWith("  # " + choice);
                  boolean goesOn = inChoice[0] && line.matches("  # ( .*|group:.*|ports:.*)");
                  inChoice[0] = begins || goesOn;
                  return inChoice[0] ? line.replaceFirst("# ", "") : line;
                })
            .collect(Collectors.joining("\n", "", "\n"));
    return ScenarioReader.read(text, "mine.yaml", "mine").scenario();
  }
}
