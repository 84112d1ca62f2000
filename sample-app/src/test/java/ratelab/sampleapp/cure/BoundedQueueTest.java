package ratelab.sampleapp.cure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BoundedQueueTest {

  @Test
  void it_has_places_for_those_who_are_served_and_those_who_wait() {
    var queue = new BoundedQueue(1, 2);

    assertThat(Stream.generate(queue::enter).limit(5))
        .containsExactly(true, true, true, false, false);
    queue.leave();
    assertThat(Stream.generate(queue::enter).limit(2)).containsExactly(true, false);
  }

  @Test
  void without_the_cure_everybody_may_wait() {
    var queue = BoundedQueue.unbounded();

    assertThat(Stream.generate(queue::enter).limit(10_000)).containsOnly(true);
  }

  @Test
  void many_at_once_get_no_more_than_there_are() throws Exception {
    var queue = new BoundedQueue(10, 90);
    List<Callable<Boolean>> crowd =
        IntStream.range(0, 1_000).<Callable<Boolean>>mapToObj(each -> queue::enter).toList();

    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Boolean> entered =
          threads.invokeAll(crowd).stream().map(each -> each.resultNow()).toList();

      assertThat(entered.stream().collect(Collectors.partitioningBy(each -> each)).get(true))
          .hasSize(100);
    }
  }
}
