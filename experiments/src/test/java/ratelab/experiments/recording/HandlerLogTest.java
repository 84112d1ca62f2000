package ratelab.experiments.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandlerLogTest {
  private static final String NODE =
      """
      {"format":1,"app":"ratelab-peer-node","concurrency":"single","work":"exec",\
      "runtime":"Node 20.20.2","uv":"1.46.0","pid":1234}
      {"id":"7","remotePort":41234,"startMillis":1795331467057.123,\
      "endMillis":1795331472062.456,"cpuNanos":130000000}
      {"id":"","remotePort":41235,"startMillis":1795331472062,\
      "endMillis":1795331477067.4,"cpuNanos":132500000}
      """;
  private static final HandlerLog.Header NODE_HEADER =
      new HandlerLog.Header(
          "ratelab-peer-node", "single", "exec", "Node 20.20.2", Optional.of("1.46.0"), 1234);
  private static final HandledRequest FIRST =
      new HandledRequest(
          "7",
          OptionalInt.of(41_234),
          1_795_331_467_057.123,
          1_795_331_472_062.456,
          OptionalLong.of(130_000_000));
  private static final HandledRequest SECOND =
      new HandledRequest(
          "",
          OptionalInt.of(41_235),
          1_795_331_472_062.0,
          1_795_331_477_067.4,
          OptionalLong.of(132_500_000));

  private @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("handled.jsonl");
  }

  @Test
  void it_is_read_with_its_header() throws IOException {
    Files.writeString(file, NODE);

    assertThat(HandlerLog.read(file))
        .isEqualTo(new HandlerLog(Optional.of(NODE_HEADER), List.of(FIRST, SECOND)));
  }

  @Test
  void a_target_that_started_again_has_a_second_header() throws IOException {
    Files.writeString(
        file,
        NODE
            + """
            {"format":1,"app":"ratelab-sample-app","concurrency":"pool","work":"sleep",\
            "runtime":"Java 25.0.3","pid":77}
            """);

    assertThat(HandlerLog.read(file))
        .isEqualTo(
            new HandlerLog(
                Optional.of(
                    new HandlerLog.Header(
                        "ratelab-sample-app",
                        "pool",
                        "sleep",
                        "Java 25.0.3",
                        Optional.empty(),
                        77)),
                List.of(FIRST, SECOND)));
  }

  @Test
  void while_it_grows_a_torn_last_line_waits_for_its_end() throws IOException {
    Files.writeString(file, NODE.substring(0, NODE.length() - 20));

    assertThat(HandlerLog.readGrowing(file))
        .isEqualTo(new HandlerLog(Optional.of(NODE_HEADER), List.of(FIRST)));
  }

  @Test
  void before_its_header_it_is_empty() throws IOException {
    Files.writeString(file, "{\"form");

    assertThat(HandlerLog.readGrowing(file)).isEqualTo(new HandlerLog(Optional.empty(), List.of()));
  }

  @Test
  void afterwards_a_torn_last_line_is_an_error() throws IOException {
    Files.writeString(file, NODE.substring(0, NODE.length() - 20));

    assertThatThrownBy(() -> HandlerLog.read(file))
        .isInstanceOf(RecordingException.class)
        .hasMessage(
            file
                + ":3: the last line does not end: the file was cut; the file is damaged: restore"
                + " it, or run the lab again");
  }

  @Test
  void a_line_without_a_key_is_an_error_even_while_it_grows() throws IOException {
    Files.writeString(file, NODE.replace(",\"cpuNanos\":130000000", ""));

    assertThatThrownBy(() -> HandlerLog.readGrowing(file))
        .hasMessage(
            file
                + ":2: cpuNanos: missing, or not of type OptionalLong; the file is damaged: restore"
                + " it, or run the lab again");
  }

  @Test
  void a_newer_one_is_refused_by_name() throws IOException {
    Files.writeString(file, NODE.replace("\"format\":1", "\"format\":2"));

    assertThatThrownBy(() -> HandlerLog.read(file))
        .hasMessage(
            file
                + ":1: the file has format 2, this ratelab reads up to format 1; use a newer"
                + " ratelab");
  }
}
