package ratelab.experiments.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.scenario.ScenarioReader;

/** What formats.md shows is what the readers read. */
class FormatsDocTest {
  private static final Path DOC = Path.of("docs/formats.md");

  private @TempDir Path folder;

  @Test
  void its_scenario_is_read_without_a_warning() throws IOException {
    assertThat(ScenarioReader.read(block("format: 1"), "formats.md", "doc").warnings()).isEmpty();
  }

  @Test
  void its_run_json_is_read() throws IOException {
    Files.writeString(folder.resolve(RunFile.NAME), block("{\n"));

    assertThat(RunFile.read(folder).rows()).containsEntry("samples.csv", 2600);
  }

  @Test
  void its_tables_are_read() throws IOException {
    assertThat(
            List.of(
                rows("# ratelab samples", SamplesFile::read),
                rows("# ratelab attempts", AttemptsFile::read),
                rows("# ratelab abandoned", AbandonedFile::read),
                rows("# ratelab cpu", CpuFile::read)))
        .containsExactly(1, 1, 1, 1);
  }

  @Test
  void its_events_are_read() throws IOException {
    Path file = Files.writeString(folder.resolve("events.jsonl"), block("{\"format\":1}\n"));

    assertThat(EventsFile.read(file).rowCount()).isEqualTo(2);
  }

  @Test
  void its_handler_log_is_read() throws IOException {
    Path file = Files.writeString(folder.resolve("handled.jsonl"), block("{\"format\":1,\"app\""));

    assertThat(HandlerLog.read(file).header().flatMap(HandlerLog.Header::uv)).contains("1.46.0");
    assertThat(HandlerLog.read(file).handled()).hasSize(1);
  }

  private int rows(String start, Function<Path, List<?>> reader) throws IOException {
    return reader.apply(Files.writeString(folder.resolve("table.csv"), block(start))).size();
  }

  /** The fenced block that starts with a text. */
  private static String block(String start) throws IOException {
    Matcher block =
        Pattern.compile("```\\w*\n(" + Pattern.quote(start) + ".*?)```", Pattern.DOTALL)
            .matcher(Files.readString(DOC));
    assertThat(block.find()).as("a block that starts with " + start).isTrue();
    return block.group(1);
  }
}
