package ratelab.experiments.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;

class OriginalRunTest {
  /** The committed example; a test runs in its module's folder. */
  private static final Path EXAMPLE = Path.of("examples/original-run");

  @Test
  void all_155_requests_were_handled_one_after_the_other() {
    List<HandledRequest> handled = original().handled();

    assertThat(handled).hasSize(155);
    for (int i = 1; i < handled.size(); i++) {
      assertThat(handled.get(i).startMillis())
          .isGreaterThanOrEqualTo(handled.get(i - 1).endMillis());
    }
  }

  @Test
  void the_last_one_ended_711_s_after_the_load() {
    double lastEnd = original().handled().getLast().endMillis();

    assertThat((lastEnd - original().marks().loadEndMillis()) / 1000).isEqualTo(711.392);
    assertThat((lastEnd - original().marks().loadStopMillis()) / 1000).isEqualTo(716.335);
  }

  @Test
  void node_used_0_39_s_of_which_0_05_s_by_the_exit_of_hey() {
    assertThat(List.of(nodeCpu(original().marks().loadStartMillis()), nodeCpu(Long.MAX_VALUE)))
        .containsExactly(0.13, 0.52);
    assertThat(nodeCpu(original().marks().loadEndMillis())).isEqualTo(0.18);
  }

  @Test
  void the_rate_model_gives_the_198_answers_of_the_server_bit_for_bit() {
    OracleResult oracle = original().oracle().orElseThrow();
    Curve answers = oracle.curves().getFirst().curve();

    assertThat(OriginalRun.model(answers, original().series())).isEqualTo(answers);
    assertThat(List.of(oracle.points(), oracle.differing())).containsExactly(198L, 0L);
  }

  @Test
  void writing_it_again_gives_the_same_bytes(@TempDir Path folder) throws IOException {
    RecordingWriter.write(original(), folder);

    for (String file : files()) {
      assertThat(folder.resolve(file)).hasSameTextualContentAs(EXAMPLE.resolve(file));
    }
  }

  /** {@code -Dratelab.original=FOLDER -Dratelab.update=true} writes the example anew. */
  @Test
  @EnabledIfSystemProperty(
      named = "ratelab.original",
      matches = ".+",
      disabledReason = "needs the folder with the files that the original run left behind")
  void it_is_what_the_conversion_gives() throws IOException {
    Recording converted =
        new OriginalRun(Path.of(System.getProperty("ratelab.original"))).recording();
    if (Boolean.getBoolean("ratelab.update")) {
      for (String file : files()) {
        Files.deleteIfExists(EXAMPLE.resolve(file));
      }
      RecordingWriter.write(converted, EXAMPLE);
    }

    assertThat(RecordingReader.read(EXAMPLE)).isEqualTo(converted);
  }

  private static Recording original() {
    return RecordingReader.read(EXAMPLE);
  }

  private static List<String> files() {
    return List.of(
        "scenario.yaml",
        "samples.csv",
        "events.jsonl",
        "oracle/curves.csv",
        "oracle/comparison.json",
        "run.json");
  }

  /** The CPU time that the last samples up to an instant show, user and system. */
  private static double nodeCpu(long atMillis) {
    return original().series().stream()
        .filter(series -> series.id().metric().equals("namedprocess_namegroup_cpu_seconds_total"))
        .filter(series -> series.id().label("groupname").equals("node"))
        .mapToDouble(series -> last(series, atMillis))
        .sum();
  }

  private static double last(Series series, long atMillis) {
    return series.between(0, atMillis).samples().stream()
        .reduce((earlier, later) -> later)
        .map(Sample::value)
        .orElseThrow();
  }
}
