package ratelab.experiments.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.scenario.BuiltInScenarios;

class RecordingRoundTripTest {
  private @TempDir Path folder;

  @Test
  void what_was_written_is_read_back_as_it_was() {
    Path run = folder.resolve("a/run");
    RecordingWriter.write(RichRecording.get(), run);

    assertThat(RecordingReader.read(run)).isEqualTo(RichRecording.get());
  }

  @Test
  void the_bits_of_every_value_survive() {
    RecordingWriter.write(RichRecording.get(), folder);

    assertThat(bits(RecordingReader.read(folder))).isEqualTo(bits(RichRecording.get()));
  }

  @Test
  void a_recording_without_optional_parts_has_no_files_for_them() throws IOException {
    Recording rich = RichRecording.get();
    Recording bare =
        Recording.of(
                BuiltInScenarios.read("decay/no-timeout"), rich.info(), rich.marks(), rich.load())
            .build();
    RecordingWriter.write(bare, folder);

    assertThat(RecordingReader.read(folder)).isEqualTo(bare);
    try (var files = Files.list(folder)) {
      assertThat(new TreeSet<>(files.map(file -> file.getFileName().toString()).toList()))
          .containsExactly("events.jsonl", "run.json", "samples.csv", "scenario.yaml");
    }
  }

  @Test
  void the_record_of_the_load_generator_is_left_untouched() throws IOException {
    String record =
        """
        # ratelab attempts, format 1
        id,worker,local_port,start_ms,end_ms,outcome,status,bytes
        1,0,41234,1795331467057.125,1795331472069.001,ok,200,12
        2,1,41235,1795331467057.250,1795331469057.000,timeout,,0
        3,2,,1795331467057.000,1795331467058.000,connect,,0
        4,3,41236,1795331473057.000,,in-flight,,0
        """;
    Files.writeString(folder.resolve("attempts.csv"), record);
    RecordingWriter.write(RichRecording.get(), folder);

    assertThat(folder.resolve("attempts.csv")).hasContent(record);
    assertThat(RecordingReader.read(folder)).isEqualTo(RichRecording.get());
  }

  @Test
  void a_directory_that_holds_a_recording_is_not_written_over() {
    RecordingWriter.write(RichRecording.get(), folder);

    assertThatThrownBy(() -> RecordingWriter.write(RichRecording.get(), folder))
        .isInstanceOf(RecordingException.class)
        .hasMessage(folder + ": already holds a recording; give another directory");
  }

  private static List<String> bits(Recording recording) {
    return recording.series().stream()
        .flatMap(series -> series.samples().stream())
        .map(Sample::value)
        .map(value -> Long.toHexString(Double.doubleToRawLongBits(value)))
        .toList();
  }
}
