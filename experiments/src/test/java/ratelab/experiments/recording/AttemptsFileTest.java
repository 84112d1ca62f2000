package ratelab.experiments.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptsFileTest {
  private static final String TEXT =
      """
      # ratelab attempts, format 1
      id,worker,local_port,start_ms,end_ms,outcome,status,bytes
      1,0,41234,1795331467057.125,1795331472069.001,ok,200,12
      2,1,,1795331467057.250,1795331467058.000,connect,,0
      3,2,41236,1795331473057.000,,in-flight,,0
      """;
  private static final List<Attempt> ATTEMPTS =
      List.of(
          new Attempt(
              "1",
              OptionalInt.of(41_234),
              1_795_331_467_057.125,
              OptionalDouble.of(1_795_331_472_069.001),
              Outcome.OK,
              OptionalInt.of(200)),
          new Attempt(
              "2",
              OptionalInt.empty(),
              1_795_331_467_057.25,
              OptionalDouble.of(1_795_331_467_058.0),
              Outcome.CONNECT),
          new Attempt(
              "3",
              OptionalInt.of(41_236),
              1_795_331_473_057.0,
              OptionalDouble.empty(),
              Outcome.IN_FLIGHT));

  private @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("attempts.csv");
  }

  @Test
  void empty_cells_are_unknown() throws IOException {
    Files.writeString(file, TEXT);

    assertThat(AttemptsFile.read(file)).isEqualTo(ATTEMPTS);
  }

  @Test
  void while_it_grows_a_torn_last_row_waits_for_its_end() throws IOException {
    Files.writeString(file, TEXT.substring(0, TEXT.length() - 4));

    assertThat(AttemptsFile.readGrowing(file)).isEqualTo(ATTEMPTS.subList(0, 2));
  }

  @Test
  void before_its_header_it_is_empty() throws IOException {
    Files.writeString(file, "# ratelab attempts, format 1\nid,wor");

    assertThat(AttemptsFile.readGrowing(file)).isEmpty();
  }

  @Test
  void an_unknown_outcome_is_an_error_with_its_line_and_column() throws IOException {
    Files.writeString(file, TEXT.replace("in-flight", "lost"));

    assertThatThrownBy(() -> AttemptsFile.read(file))
        .isInstanceOf(RecordingException.class)
        .hasMessage(
            file
                + ":5: outcome: expected ok, timeout or another outcome, found 'lost'; the file is"
                + " damaged: restore it, or run the lab again");
  }

  @Test
  void another_file_is_not_taken_for_it() throws IOException {
    Files.writeString(file, "response-time,DNS+dialup\n");

    assertThatThrownBy(() -> AttemptsFile.read(file))
        .hasMessage(
            file
                + ":1: expected '# ratelab attempts, format 1', found 'response-time,DNS+dialup';"
                + " the file is damaged: restore it, or run the lab again");
  }

  @Test
  void a_newer_one_is_refused_by_name() throws IOException {
    Files.writeString(file, TEXT.replace("format 1", "format 3"));

    assertThatThrownBy(() -> AttemptsFile.read(file))
        .hasMessage(
            file
                + ":1: the file has format 3, this ratelab reads up to format 1; use a newer"
                + " ratelab");
  }
}
