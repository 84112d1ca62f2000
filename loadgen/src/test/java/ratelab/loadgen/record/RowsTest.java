package ratelab.loadgen.record;

import static org.assertj.core.api.Assertions.assertThat;
import static ratelab.loadgen.record.Attempts.answered;
import static ratelab.loadgen.record.Attempts.ended;

import org.junit.jupiter.api.Test;

final class RowsTest {
  private static final long START_MICROS = 1_795_331_467_057_005L;

  @Test
  void the_attempts_file_leaves_unknown_cells_empty() {
    Attempt cut = ended(2, 4, 30, 5, Outcome.TRUNCATED, "cut");
    cut.sentFrom(41_234);
    cut.answering(200, "http/1.1");
    cut.received(6);

    assertThat(
            text(
                new AttemptRows(() -> START_MICROS),
                answered(0, 1, 0, 10, 200, 12),
                answered(1, 2, 943, 10, 503, 0),
                ended(0, 3, 20, 20_000, Outcome.TIMEOUT_RESPONSE, "late"),
                cut,
                ended(0, 5, 40, 5, Outcome.IN_FLIGHT, "")))
        .isEqualTo(
            """
            # ratelab attempts, format 1
            id,worker,local_port,start_ms,end_ms,outcome,status,bytes
            1,0,40000,1795331467057.005,1795331467067.005,ok,200,12
            2,1,40001,1795331468000.005,1795331468010.005,ok,503,0
            3,0,,1795331467077.005,1795331487077.005,timeout,,0
            4,2,41234,1795331467087.005,1795331467092.005,truncated,200,6
            5,0,,1795331467097.005,,in-flight,,0
            """);
  }

  @Test
  void heys_csv_has_a_row_for_failures_too() {
    assertThat(
            text(
                new HeyRows(),
                answered(0, 1, 100, 10, 200, 12),
                ended(0, 2, 110, 20_000, Outcome.TIMEOUT_RESPONSE, "late")))
        .isEqualTo(
            """
            response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read,status-code,offset
            0.0100,0.0010,0.0000,0.0020,0.0040,0.0030,200,0.1000
            20.0000,,,,,,,0.1100
            """);
  }

  private static String text(RowFormat format, Attempt... attempts) {
    StringBuilder text = new StringBuilder(format.head());
    for (Attempt attempt : attempts) {
      format.append(text, attempt);
    }
    return text.toString();
  }
}
