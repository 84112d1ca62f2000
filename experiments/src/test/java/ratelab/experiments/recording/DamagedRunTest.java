package ratelab.experiments.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedRunTest {
  private static final String DAMAGED = "; the file is damaged: restore it, or run the lab again";

  private @TempDir Path run;

  @BeforeEach
  void record() {
    RecordingWriter.write(RichRecording.get(), run);
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @MethodSource
  void an_error_names_file_line_cause_and_remedy(
      String file, String passage, String replacement, String message) throws IOException {
    Path path = run.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(passage);
    Files.writeString(path, text.replace(passage, replacement));

    assertThatThrownBy(() -> RecordingReader.read(run))
        .isInstanceOf(RecordingException.class)
        .hasMessage(path + message);
  }

  static Stream<Arguments> an_error_names_file_line_cause_and_remedy() {
    return Stream.of(
        arguments(
            "run.json",
            "\"format\": 1",
            "\"format\": 2",
            ": the file has format 2, this ratelab reads up to format 1; use a newer ratelab"),
        arguments("run.json", "\"format\": 1,", "", ": the key format is missing" + DAMAGED),
        arguments(
            "run.json",
            "    \"sent\": 155,\n",
            "",
            ":68: load.sent: missing, or not of type long" + DAMAGED),
        arguments(
            "run.json",
            "\"cpus\": 2",
            "\"cpus\": null",
            ":11: info.cpus: missing, or not of type int" + DAMAGED),
        arguments(
            "run.json",
            "\"cpus\": 2",
            "\"cpus\": \"two\"",
            ":11: info.cpus: missing, or not of type int" + DAMAGED),
        arguments(
            "run.json",
            "\"cpus\": 2",
            "\"cpu\": 2, \"cpus\": 2",
            ": info.cpu: the key is unknown" + DAMAGED),
        arguments(
            "run.json",
            "\"503ms\"",
            "\"503\"",
            ":23: calibration.1: missing, or not of type Duration" + DAMAGED),
        arguments(
            "run.json",
            "\"before-load\"",
            "\"before\"",
            ":25: forecasts.0.stage: missing, or not of type ForecastStage" + DAMAGED),
        arguments(
            "run.json",
            "\"marks\": {",
            "\"marks\": [",
            ":16: expected JSON, which goes wrong here" + DAMAGED),
        arguments(
            "scenario.yaml",
            "workers: 50",
            "workers: fifty",
            ":14: load.workers: expected a whole number from 1 to 65535, found \"fifty\""),
        arguments(
            "samples.csv",
            "samples, format 1",
            "samples, format 2",
            ":1: the file has format 2, this ratelab reads up to format 1; use a newer ratelab"),
        arguments(
            "samples.csv",
            "timestamp_ms,value,series",
            "time,value,series",
            ":2: expected 'timestamp_ms,value,series', found 'time,value,series'" + DAMAGED),
        arguments(
            "samples.csv",
            "1795331467057,0.13,",
            "1795331467057,0.13x,",
            ":3: value: expected a number, found '0.13x'" + DAMAGED),
        arguments(
            "samples.csv",
            "1795331467057,0.13,",
            "12:41,0.13,",
            ":3: timestamp_ms: expected milliseconds since the epoch, found '12:41'" + DAMAGED),
        arguments(
            "samples.csv",
            "1,0,edges{other=\"\",",
            "1,0,edges{other=,",
            ":6: series: expected a series such as up{job=\"x\"}, found"
                + " 'edges{other=,text=\"a \\\"b\\\", c=\\\\d\\\\\\nend}\"}'"
                + DAMAGED),
        arguments(
            "samples.csv",
            "2,-0.0,edges{other=\"\",text=\"a \\\"b\\\", c=\\\\d\\\\\\nend}\"}\n",
            "2\n",
            ":7: expected 'timestamp_ms,value,series', found '2'" + DAMAGED),
        arguments(
            "events.jsonl",
            "{\"format\":1}",
            "{\"format\":7}",
            ":1: the file has format 7, this ratelab reads up to format 1; use a newer ratelab"),
        arguments(
            "events.jsonl",
            "scrape-failed",
            "scrape-lost",
            ":4: event: expected handled, scrape-failed, declined or disturbed, found 'scrape-lost'"
                + DAMAGED),
        arguments(
            "events.jsonl",
            "\"id\":\"1\",",
            "",
            ":2: id: missing, or not of type String" + DAMAGED),
        arguments(
            "events.jsonl",
            "\"event\":\"handled\",\"id\":\"1\"",
            "\"event\":\"handled\",\"id\":\"1",
            ":2: expected JSON, which goes wrong here" + DAMAGED),
        arguments(
            "attempts.csv",
            ",41234,",
            ",http,",
            ":3: local_port: expected a port, found 'http'" + DAMAGED),
        arguments(
            "cpu.csv",
            ",130000000",
            ",0.13",
            ":3: cpu_ns: expected nanoseconds, found '0.13'" + DAMAGED),
        arguments(
            "oracle/comparison.json",
            "\"format\": 1",
            "\"format\": 2",
            ": the file has format 2, this ratelab reads up to format 1; use a newer ratelab"),
        arguments(
            "oracle/curves.csv",
            "\n3s,1795331467057,",
            "\n3,1795331467057,",
            ":3: window: expected a duration such as 30s, found '3'" + DAMAGED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"samples.csv", "events.jsonl", "attempts.csv", "cpu.csv"})
  void a_file_that_was_cut_within_a_line_is_noticed(String file) throws IOException {
    Path path = run.resolve(file);
    String text = Files.readString(path);
    Files.writeString(path, text.substring(0, text.length() - 3));

    assertThatThrownBy(() -> RecordingReader.read(run))
        .isInstanceOf(RecordingException.class)
        .hasMessage(
            path
                + ":"
                + text.lines().count()
                + ": the last line does not end: the file was cut"
                + DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"samples.csv", "events.jsonl", "attempts.csv", "cpu.csv"})
  void a_file_that_was_cut_between_two_lines_is_noticed(String file) throws IOException {
    Path path = run.resolve(file);
    String text = Files.readString(path);
    Files.writeString(path, text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1));
    int rows = (int) text.lines().count() - (file.endsWith(".csv") ? 2 : 1);

    assertThatThrownBy(() -> RecordingReader.read(run))
        .hasMessage(path + ": expected " + rows + " rows, found " + (rows - 1) + DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scenario.yaml",
        "samples.csv",
        "events.jsonl",
        "attempts.csv",
        "cpu.csv",
        "oracle/curves.csv"
      })
  void a_file_that_is_gone_is_named(String file) throws IOException {
    Files.delete(run.resolve(file));

    assertThatThrownBy(() -> RecordingReader.read(run))
        .isInstanceOf(RecordingException.class)
        .message()
        .startsWith(run.resolve(file) + ": there is no such file");
  }

  @Test
  void a_directory_without_run_json_is_no_run() throws IOException {
    Files.delete(run.resolve("run.json"));

    assertThatThrownBy(() -> RecordingReader.read(run))
        .hasMessage(
            run
                + ": not a run directory: there is no run.json (an interrupted run leaves none);"
                + " give the directory that `lab run` printed");
  }

  @Test
  void a_write_that_fails_leaves_nothing_that_looks_complete(@TempDir Path other)
      throws IOException {
    Files.createDirectories(other.resolve("oracle/comparison.json/in-the-way"));

    assertThatThrownBy(() -> RecordingWriter.write(RichRecording.get(), other))
        .isInstanceOf(RecordingException.class)
        .message()
        .startsWith(other.resolve("oracle/comparison.json") + ": cannot be written (")
        .endsWith("; give a directory with room that you may write to");
    assertThat(other.resolve("run.json")).doesNotExist();
  }
}
