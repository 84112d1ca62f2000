package ratelab.sampleapp.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesLogTest {
  private static final LogHeader HEADER =
      new LogHeader(1, "ratelab-sample-app", "single", "exec", "Java 25.0.3", 1234);
  private static final HandlerEntry ENTRY =
      HandlerEntry.worked(
          "",
          41234,
          Instant.parse("2026-09-25T08:17:47.057100Z"),
          Instant.parse("2026-09-25T08:17:52.062456789Z"),
          130_000_000,
          OptionalLong.empty());

  @TempDir Path dir;

  @Test
  void it_is_a_header_and_a_line_for_each_entry_readable_at_once() throws IOException {
    Path file = dir.resolve("handlers.jsonl");
    try (var log = JsonLinesLog.open(file, HEADER)) {
      log.append(ENTRY);

      assertThat(file)
          .hasContent(
              """
              {"format":1,"app":"ratelab-sample-app","concurrency":"single","work":"exec","runtime":"Java 25.0.3","pid":1234}
              {"id":"","remotePort":41234,"startMillis":1790324267057.100,"endMillis":1790324272062.456,"cpuNanos":130000000}
              """);
    }
  }

  @Test
  void a_line_says_what_children_used_and_why_a_request_was_turned_away() throws IOException {
    Path file = dir.resolve("handlers.jsonl");
    Instant start = Instant.parse("2026-09-25T08:17:47.057100Z");
    try (var log = JsonLinesLog.open(file, HEADER)) {
      log.append(HandlerEntry.worked("1", 7, start, start, 0, OptionalLong.of(60_000_000)));
      log.append(HandlerEntry.rejected("2", 8, start));
      log.append(HandlerEntry.dropped("3", 9, start, "gone"));
    }

    assertThat(Files.readString(file).lines().skip(1))
        .containsExactly(
            """
            {"id":"1","remotePort":7,"startMillis":1790324267057.100,"endMillis":1790324267057.100,"cpuNanos":0,"childCpuNanos":60000000}\
            """,
            """
            {"id":"2","remotePort":8,"startMillis":1790324267057.100,"endMillis":1790324267057.100,"outcome":"rejected","reason":"queue"}\
            """,
            """
            {"id":"3","remotePort":9,"startMillis":1790324267057.100,"endMillis":1790324267057.100,"outcome":"dropped","reason":"gone"}\
            """);
  }

  @Test
  void it_keeps_what_the_file_held() throws IOException {
    Path file = Files.writeString(dir.resolve("handlers.jsonl"), "before\n");

    JsonLinesLog.open(file, HEADER).close();

    assertThat(file).content().startsWith("before\n{\"format\":1,").endsWith("}\n");
  }

  @Test
  void a_file_that_cannot_be_opened_is_an_error() {
    assertThatThrownBy(() -> JsonLinesLog.open(dir.resolve("missing/handlers.jsonl"), HEADER))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void an_entry_that_cannot_be_written_is_an_error_that_names_the_file() throws IOException {
    Path file = dir.resolve("handlers.jsonl");
    var log = JsonLinesLog.open(file, HEADER);
    log.close();

    assertThatThrownBy(() -> log.append(ENTRY))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot write to the handler log " + file);
  }
}
