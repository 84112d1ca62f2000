package ratelab.experiments.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratelab.experiments.scenario.AcceptPolicy;

/** The expected values are those of the recorded original and of an independent simulation. */
class BacklogTest {
  private static final long SECOND = 1_000_000_000L;

  @ParameterizedTest(name = "{0} workers, service time {1} s")
  @CsvSource({
    "5, 5, 19, 10, 35",
    "10, 5, 34, 10, 110",
    "20, 5, 64, 10, 260",
    "50, 5, 154, 10, 710",
    "100, 5, 304, 10, 1460",
    "50, 0.1, 690, 600, 9",
    "50, 0.5, 243, 120, 61.5",
    "50, 1, 191, 59, 131"
  })
  void an_event_loop_that_accepts_one_connection_a_turn(
      int workers, double serviceSeconds, int sent, int answered, double drainSeconds) {
    BacklogRun run =
        Backlog.play(
            new BacklogInput(
                workers,
                60 * SECOND,
                20 * SECOND,
                Math.round(serviceSeconds * SECOND),
                1,
                AcceptPolicy.ONE));

    assertThat(run.attempts()).hasSize(sent);
    assertThat(run.answered()).isEqualTo(answered);
    assertThat(run.lastWorkNanos().orElseThrow())
        .isEqualTo(Math.round((60 + drainSeconds) * SECOND));
  }

  @Test
  void a_server_that_takes_all_connections_answers_in_order_until_the_queue_outlasts_the_timeout() {
    BacklogRun run = Backlog.play(original(AcceptPolicy.ALL, 20));

    assertThat(run.answered()).isEqualTo(3);
    assertThat(run.attempts()).hasSize(153);
    assertThat(run.lastWorkNanos().orElseThrow()).isEqualTo(Math.round(153 * 5.005 * SECOND));
  }

  @Test
  void without_a_timeout_the_last_answer_ends_the_load_and_nothing_is_left() {
    BacklogRun run = Backlog.play(original(AcceptPolicy.ALL, 0));

    assertThat(run.answered()).isEqualTo(run.attempts().size()).isEqualTo(61);
    assertThat(run.lastWorkNanos().orElseThrow()).isEqualTo(run.loadEndNanos());
  }

  @Test
  void a_server_with_room_for_every_client_leaves_no_backlog() {
    BacklogRun run =
        Backlog.play(
            new BacklogInput(
                50, 60 * SECOND, 20 * SECOND, 5 * SECOND, Integer.MAX_VALUE, AcceptPolicy.ALL));

    assertThat(run.attempts()).hasSize(600).allMatch(BacklogRun.Attempt::answered);
    assertThat(run.lastWorkNanos().orElseThrow()).isEqualTo(run.loadEndNanos());
  }

  @Test
  void every_request_is_worked_off_exactly_once_and_by_one_server_at_a_time() {
    for (AcceptPolicy policy : AcceptPolicy.values()) {
      BacklogRun run = Backlog.play(original(policy, 20));

      assertThat(run.works().stream().map(BacklogRun.Work::id).collect(Collectors.toSet()))
          .isEqualTo(new HashSet<>(run.attempts().stream().map(BacklogRun.Attempt::id).toList()))
          .hasSize(run.works().size());
      for (int i = 1; i < run.works().size(); i++) {
        assertThat(run.works().get(i).startNanos())
            .isGreaterThanOrEqualTo(run.works().get(i - 1).endNanos());
      }
    }
  }

  private static BacklogInput original(AcceptPolicy policy, long timeoutSeconds) {
    return new BacklogInput(
        50, 60 * SECOND, timeoutSeconds * SECOND, Math.round(5.005 * SECOND), 1, policy);
  }
}
