package ratelab.experiments.lab.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ratelab.experiments.lab.ConnectionTable.HalfClosed;
import ratelab.experiments.recording.Abandoned;

class AbandonedWatchTest {
  private final AbandonedWatch watch = new AbandonedWatch();

  @Test
  void it_remembers_each_connection_from_its_first_to_its_last_sight() {
    watch.look(List.of(left(40_001, 96)), 100);
    watch.look(List.of(left(40_001, 96), left(40_002, 1)), 200);
    watch.look(List.of(left(40_002, 1)), 300);

    assertThat(watch.all())
        .containsExactly(
            new Abandoned(40_001, 100, 200, true), new Abandoned(40_002, 200, 300, false));
  }

  @Test
  void a_request_that_was_read_late_was_unread_before() {
    watch.look(List.of(left(40_001, 96)), 100);
    watch.look(List.of(left(40_001, 1)), 200);

    assertThat(watch.all()).containsExactly(new Abandoned(40_001, 100, 200, true));
  }

  @Test
  void a_port_that_comes_back_is_another_connection() {
    watch.look(List.of(left(40_001, 96)), 100);
    watch.look(List.of(), 200);
    watch.look(List.of(left(40_001, 1)), 300);

    assertThat(watch.all())
        .containsExactly(
            new Abandoned(40_001, 100, 100, true), new Abandoned(40_001, 300, 300, false));
  }

  private static HalfClosed left(int remotePort, long waitingBytes) {
    return new HalfClosed(1, 3000, remotePort, waitingBytes);
  }
}
