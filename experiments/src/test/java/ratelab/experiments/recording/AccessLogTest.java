package ratelab.experiments.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratelab.experiments.scenario.LogPattern;

class AccessLogTest {
  @TempDir private Path directory;

  @Test
  void a_log_in_any_form_is_read_by_its_pattern() throws IOException {
    // nginx: log_format timed '$remote_addr:$remote_port $msec $request_time "$http_x_ratelab_id"';
    AccessLog log =
        log(
            """
            127.0.0.1:41234 1790324272.062 5.005 "17"
            [error] upstream timed out
            127.0.0.1:41235 1790324277.067 0.250 "-"
            127.0.0.1:41236 1790324277.1\
            """,
            "^\\S+:(?<port>\\d+) (?<time>\\S+) (?<seconds>\\S+) \"(?<id>[^\"]*)\"");

    assertThat(log.read())
        .containsExactly(
            handled("17", 41234, 1790324267057.0, 1790324272062.0),
            handled("", 41235, 1790324276817.0, 1790324277067.0));
  }

  @ParameterizedTest
  @CsvSource({
    "1790324272.062, 1790324272062",
    "1790324272062.25, 1790324272062.25",
    "2026-09-25T08:17:52.062Z, 1790324272062",
    "2026-09-25T10:17:52.062+02:00, 1790324272062",
    "25/Sep/2026:08:17:52 +0000, 1790324272000",
  })
  void times_are_read_as_logs_write_them(String time, double epochMillis) throws IOException {
    assertThat(log("at [" + time + "]\n", "at \\[(?<time>[^]]*)]").read())
        .extracting(HandledRequest::endMillis)
        .containsExactly(epochMillis);
  }

  @Test
  void what_stood_in_the_log_before_the_run_is_of_no_interest() throws IOException {
    Path file = Files.writeString(directory.resolve("access.log"), "1790324272\n1790324273\n");

    assertThat(new AccessLog(file, new LogPattern("(?<time>\\d+)"), 11).read())
        .extracting(HandledRequest::endMillis)
        .containsExactly(1790324273000.0);
  }

  @Test
  void a_time_that_is_none_is_told_with_the_text_that_the_pattern_fits() throws IOException {
    AccessLog log = log("took soon\n", "took (?<time>\\S+)");

    assertThatThrownBy(log::read)
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("access.log: the pattern fits 'took soon', which does not hold");
  }

  private AccessLog log(String text, String pattern) throws IOException {
    Path file = Files.writeString(directory.resolve("access.log"), text);
    return new AccessLog(file, new LogPattern(pattern), 0);
  }

  private static HandledRequest handled(String id, int port, double start, double end) {
    return new HandledRequest(id, OptionalInt.of(port), start, end, OptionalLong.empty());
  }
}
