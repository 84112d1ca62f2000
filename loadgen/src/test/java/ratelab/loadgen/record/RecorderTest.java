package ratelab.loadgen.record;

import static org.assertj.core.api.Assertions.assertThat;
import static ratelab.loadgen.record.Attempts.answered;
import static ratelab.loadgen.record.Attempts.ended;
import static ratelab.loadgen.record.Attempts.nanos;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class RecorderTest {
  private final Recorder recorder = new Recorder(100, List.of());

  @Test
  void every_attempt_is_counted_once_under_its_outcome() {
    recorder.record(answered(0, 1, 0, 10, 200, 12));
    recorder.record(answered(99, 2, 0, 30, 404, 8));
    recorder.record(ended(64, 3, 0, 20, Outcome.TIMEOUT_RESPONSE, "no answer within 20 s"));
    recorder.record(ended(0, 4, 0, 20, Outcome.TIMEOUT_RESPONSE, "no answer within 20 s"));
    recorder.record(ended(1, 6, 0, 20, Outcome.IN_FLIGHT, ""));
    recorder.record(ended(2, 5, 0, 50, Outcome.IN_FLIGHT, ""));

    Totals totals = recorder.totals();

    assertThat(totals.outcomes())
        .isEqualTo(Map.of(Outcome.OK, 2L, Outcome.TIMEOUT_RESPONSE, 2L, Outcome.IN_FLIGHT, 2L));
    assertThat(totals.sent()).isEqualTo(6);
    assertThat(totals.finished()).isEqualTo(4);
    assertThat(totals.statuses()).isEqualTo(Map.of(200, 1L, 404, 1L));
    assertThat(totals.causes()).isEqualTo(Map.of("timeout-response: no answer within 20 s", 2L));
    assertThat(totals.inFlight())
        .containsExactly(new InFlight(5, nanos(50)), new InFlight(6, nanos(20)));
    assertThat(totals.phases().get(Phase.WAIT))
        .isEqualTo(new Spread(2, nanos(28), nanos(4), nanos(24)));
    assertThat(recorder.answered()).isEqualTo(2);
    assertThat(recorder.failed()).isEqualTo(2);
  }

  @Test
  void bytes_of_cut_answers_are_received_but_not_answered() {
    Attempt cut = ended(0, 1, 0, 5, Outcome.TRUNCATED, "cut");
    cut.received(5);
    recorder.record(cut);
    recorder.record(answered(0, 2, 0, 10, 200, 12));

    assertThat(recorder.totals().bytesReceived()).isEqualTo(17);
    assertThat(recorder.totals().bytesAnswered()).isEqualTo(12);
  }

  @Test
  void percentiles_are_by_nearest_rank_and_within_the_extremes() {
    for (int i = 1; i <= 10; i++) {
      recorder.record(answered(i, i, 0, i * 100L, 200, 0));
    }
    Latencies latencies = recorder.totals().service();

    assertThat(
            DoubleStream.of(0.1, 10, 11, 50, 90, 99, 100)
                .mapToLong(latencies::percentileNanos)
                .map(nanos -> Math.round(nanos / 1e6 / 10) * 10))
        .containsExactly(100L, 100L, 200L, 500L, 900L, 1000L, 1000L);
    assertThat(latencies.percentileNanos(100)).isEqualTo(nanos(1000));
    assertThat(latencies.countUpTo(nanos(100))).isEqualTo(1);
    assertThat(latencies.countUpTo(nanos(550))).isEqualTo(5);
    assertThat(latencies.spread()).isEqualTo(new Spread(10, nanos(5500), nanos(100), nanos(1000)));
  }

  @Test
  void causes_without_end_do_not_fill_the_memory() {
    for (int i = 0; i < 1000; i++) {
      recorder.record(ended(0, i, 0, 1, Outcome.PROTOCOL, "odd line " + i));
    }

    assertThat(recorder.totals().causes())
        .hasSize(51)
        .containsEntry("protocol: other causes", 950L);
  }

  @Test
  void an_empty_run_has_totals_too() {
    Totals totals = recorder.totals();

    assertThat(totals.sent()).isZero();
    assertThat(totals.service().spread()).isEqualTo(Spread.EMPTY);
  }
}
