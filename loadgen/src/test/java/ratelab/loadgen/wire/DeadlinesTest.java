package ratelab.loadgen.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeadlinesTest {
  private final List<String> reached = new ArrayList<>();

  @Test
  void limits_are_reached_in_the_order_of_their_start() {
    Deadlines deadlines = new Deadlines(100);
    deadlines.start(entry("first"), 0);
    deadlines.start(entry("second"), 10);
    deadlines.start(entry("third"), 20);

    assertThat(deadlines.nextNanos()).isEqualTo(100);
    deadlines.expire(110);
    assertThat(reached).containsExactly("first", "second");
    assertThat(deadlines.nextNanos()).isEqualTo(120);
  }

  @Test
  void a_stopped_limit_is_never_reached_and_can_start_again() {
    Deadlines deadlines = new Deadlines(100);
    Deadlines.Entry entry = entry("again");
    deadlines.start(entry, 0);
    deadlines.stop(entry);
    deadlines.stop(entry);
    deadlines.expire(1_000);
    assertThat(reached).isEmpty();
    assertThat(deadlines.nextNanos()).isEqualTo(Deadlines.NONE);

    deadlines.start(entry, 2_000);
    deadlines.expire(2_100);
    assertThat(reached).containsExactly("again");
  }

  @Test
  void a_length_of_zero_is_no_limit() {
    Deadlines deadlines = new Deadlines(0);
    deadlines.start(entry("never"), 0);

    deadlines.expire(Long.MAX_VALUE - 1);
    assertThat(reached).isEmpty();
  }

  private Deadlines.Entry entry(String name) {
    return new Deadlines.Entry(() -> reached.add(name));
  }
}
