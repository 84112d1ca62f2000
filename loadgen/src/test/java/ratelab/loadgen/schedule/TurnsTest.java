package ratelab.loadgen.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TurnsTest {
  private static final long MILLI = 1_000_000;

  @Test
  void without_a_rate_every_turn_is_due_now_and_none_is_missed() {
    Turns turns = new Pace.Free().begin(1).turns(0);

    assertThat(List.of(turns.next(0), turns.next(5_000 * MILLI)))
        .containsExactly(0L, 5_000 * MILLI);
    turns.end(9_000 * MILLI);
    assertThat(turns.missed()).isZero();
  }

  @Test
  void workers_are_staggered_evenly_over_one_period() {
    TurnSource schedule = paced(4, 10);

    assertThat(IntStream.range(0, 4).mapToObj(worker -> turns(schedule.turns(worker), 3)))
        .containsExactly(
            List.of(0L, 100 * MILLI, 200 * MILLI),
            List.of(25 * MILLI, 125 * MILLI, 225 * MILLI),
            List.of(50 * MILLI, 150 * MILLI, 250 * MILLI),
            List.of(75 * MILLI, 175 * MILLI, 275 * MILLI));
  }

  @Test
  void a_worker_that_was_busy_uses_the_latest_turn_and_counts_the_ones_before() {
    Turns turns = paced(1, 10).turns(0);
    assertThat(turns.next(0)).isZero();

    assertThat(turns.next(350 * MILLI)).isEqualTo(300 * MILLI);
    assertThat(turns.missed()).isEqualTo(2);
    assertThat(turns.next(351 * MILLI)).isEqualTo(400 * MILLI);
    assertThat(turns.missed()).isEqualTo(2);
  }

  @Test
  void turns_before_the_end_that_nobody_used_are_missed() {
    Turns turns = paced(1, 10).turns(0);
    turns.next(0);

    turns.end(300 * MILLI);

    assertThat(turns.missed()).isEqualTo(2);
  }

  @Test
  void never_more_turns_than_the_rate_allows_however_late_the_worker_is() {
    Turns turns = paced(1, 1_000).turns(0);
    long now = 0;
    int sent = 0;
    while (now < 1_000 * MILLI) {
      now = Math.max(now, turns.next(now)) + (sent % 7) * MILLI;
      sent++;
    }

    turns.end(1_000 * MILLI);
    assertThat(sent).isLessThan(400);
    assertThat(sent + turns.missed()).isEqualTo(1_000);
  }

  private static List<Long> turns(Turns turns, int count) {
    return IntStream.range(0, count).mapToObj(_ -> turns.next(0)).toList();
  }

  private static TurnSource paced(int workers, double perSecond) {
    return new Pace.PerWorker(perSecond, OnLate.DROP).begin(workers);
  }
}
