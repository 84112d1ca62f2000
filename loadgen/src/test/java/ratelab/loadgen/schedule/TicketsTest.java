package ratelab.loadgen.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TicketsTest {
  @Test
  void numbers_run_from_one_to_the_limit_and_then_end() {
    Tickets tickets = tickets(new Limit.Requests(3));

    assertThat(LongStream.generate(() -> tickets.take(7, 7)).limit(5))
        .containsExactly(1L, 2L, 3L, 0L, 0L);
    assertThat(tickets.issued()).isEqualTo(3);
  }

  @Test
  void workers_that_race_for_tickets_get_each_number_once() throws Exception {
    Tickets tickets = tickets(new Limit.Requests(1_003));
    Callable<List<Long>> worker =
        () ->
            Stream.generate(() -> tickets.take(0, 0)).takeWhile(id -> id != Tickets.NONE).toList();

    List<Future<List<Long>>> takings;
    try (ExecutorService threads = Executors.newFixedThreadPool(7)) {
      takings = threads.invokeAll(Stream.generate(() -> worker).limit(7).toList());
    }

    assertThat(takings.stream().flatMap(taking -> taking.resultNow().stream()).sorted())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 1_003).boxed().toList());
  }

  @Test
  void a_period_refuses_from_its_last_nanosecond_on() {
    Tickets tickets = tickets(new Limit.Period(Duration.ofNanos(100)));

    assertThat(List.of(tickets.take(0, 0), tickets.take(99, 99), tickets.take(100, 100)))
        .containsExactly(1L, 2L, Tickets.NONE);
    assertThat(tickets.endNanos()).isEqualTo(100);
  }

  @Test
  void what_was_due_before_the_end_gets_its_number_however_late_its_worker_comes() {
    Tickets tickets = tickets(new Limit.Period(Duration.ofNanos(100)));

    assertThat(List.of(tickets.take(99, 25_000), tickets.take(100, 25_000)))
        .containsExactly(1L, Tickets.NONE);
    tickets.stop(30_000);
    assertThat(tickets.take(99, 31_000)).isEqualTo(2);
    assertThat(tickets.endNanos()).isEqualTo(100);
  }

  @Test
  void what_is_revoked_is_not_issued_even_if_it_was_due_before() {
    Tickets tickets = tickets(new Limit.Period(Duration.ofNanos(100)));

    tickets.revoke(40);

    assertThat(tickets.take(30, 41)).isEqualTo(Tickets.NONE);
    assertThat(tickets.endNanos()).isEqualTo(40);
  }

  @Test
  void a_stop_ends_the_issuing_but_never_later_than_the_period() {
    Tickets stopped = tickets(new Limit.Period(Duration.ofNanos(100)));
    stopped.stop(40);
    stopped.stop(60);
    assertThat(stopped.take(40, 40)).isEqualTo(Tickets.NONE);
    assertThat(stopped.endNanos()).isEqualTo(40);

    Tickets over = tickets(new Limit.Period(Duration.ofNanos(100)));
    over.stop(150);
    assertThat(over.endNanos()).isEqualTo(100);
  }

  @Test
  void a_number_of_requests_ends_when_the_last_one_is_issued() {
    Tickets tickets = tickets(new Limit.Requests(2));
    tickets.take(10, 10);
    assertThat(tickets.ended(10)).isFalse();
    tickets.take(30, 30);

    assertThat(tickets.ended(30)).isTrue();
    tickets.stop(90);
    assertThat(tickets.endNanos()).isEqualTo(30);
  }

  private static Tickets tickets(Limit limit) {
    return Schedule.closed(1, limit).tickets();
  }
}
