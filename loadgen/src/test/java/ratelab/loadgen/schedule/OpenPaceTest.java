package ratelab.loadgen.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class OpenPaceTest {
  private static final long MILLI = 1_000_000;

  @Test
  void whichever_worker_is_free_takes_the_next_slot() {
    TurnSource source = open(OnLate.QUEUE);
    Turns one = source.turns(0);
    Turns other = source.turns(1);

    assertThat(LongStream.of(one.next(0), one.next(0), other.next(0), one.next(0)))
        .containsExactly(0L, 100 * MILLI, 200 * MILLI, 300 * MILLI);
  }

  @Test
  void queued_slots_are_handed_out_late_and_those_left_at_the_end_are_missed_once() {
    TurnSource source = open(OnLate.QUEUE);
    Turns one = source.turns(0);
    Turns other = source.turns(1);

    assertThat(one.next(950 * MILLI)).isZero();
    assertThat(other.next(950 * MILLI)).isEqualTo(100 * MILLI);
    one.end(1_000 * MILLI);
    other.end(1_000 * MILLI);
    assertThat(one.missed() + other.missed()).isEqualTo(8);
  }

  @Test
  void dropped_slots_are_those_that_no_worker_asked_for_within_a_millisecond() {
    Turns turns = open(OnLate.DROP).turns(0);

    assertThat(turns.next(0)).isZero();
    assertThat(turns.next(300 * MILLI + 500_000)).isEqualTo(300 * MILLI);
    assertThat(turns.missed()).isEqualTo(2);
    assertThat(turns.next(402 * MILLI)).isEqualTo(500 * MILLI);
    assertThat(turns.missed()).isEqualTo(3);
  }

  @Test
  void poisson_arrivals_repeat_with_their_seed_and_have_exponential_gaps() {
    assertThat(positions(new Arrivals.Poisson(7), 5))
        .containsExactly(positions(new Arrivals.Poisson(7), 5))
        .isSorted();
    assertThat(positions(new Arrivals.Poisson(8), 5))
        .isNotEqualTo(positions(new Arrivals.Poisson(7), 5));

    double[] gaps = gaps(positions(new Arrivals.Poisson(7), 20_000));
    double mean = DoubleStream.of(gaps).average().orElseThrow();
    double longerThanMean = DoubleStream.of(gaps).filter(gap -> gap > 1).count() / 20_000.0;
    assertThat(mean).isCloseTo(1, within(0.03));
    assertThat(longerThanMean).isCloseTo(Math.exp(-1), within(0.015));
  }

  private static double[] positions(Arrivals arrivals, int count) {
    Arrivals.Positions positions = arrivals.positions();
    return DoubleStream.generate(positions::next).limit(count).toArray();
  }

  private static double[] gaps(double[] positions) {
    double[] gaps = positions.clone();
    for (int i = 1; i < gaps.length; i++) {
      gaps[i] = positions[i] - positions[i - 1];
    }
    return gaps;
  }

  private static TurnSource open(OnLate onLate) {
    return new Pace.Open(new ConstantRate(10), new Arrivals.Constant(), onLate).begin(2);
  }
}
