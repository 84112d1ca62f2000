package ratelab.sampleapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ratelab.sampleapp.concurrency.Progress;
import ratelab.sampleapp.log.HandlerEntry;

class RequestBookTest {
  private final List<HandlerEntry> log = new ArrayList<>();
  private final ArrayDeque<Instant> times =
      new ArrayDeque<>(
          List.of(
              Instant.parse("2026-09-25T08:17:47.057123999Z"),
              Instant.parse("2026-09-25T08:17:52.062456Z")));
  private final RequestBook book = new RequestBook(log::add, () -> 130_000_000, times::removeFirst);

  @Test
  void a_request_waits_until_its_work_begins_and_is_logged_when_it_ends() {
    Progress request = book.arrived("17", 41234);
    assertThat(state()).isEqualTo("1 waiting, 0 in flight, 0 handled");

    request.began();
    assertThat(state()).isEqualTo("0 waiting, 1 in flight, 0 handled");

    request.ended();
    assertThat(state()).isEqualTo("0 waiting, 0 in flight, 1 handled");
    assertThat(log)
        .containsExactly(
            new HandlerEntry(
                "17",
                41234,
                new BigDecimal("1790324267057.123"),
                new BigDecimal("1790324272062.456"),
                130_000_000));
  }

  @Test
  void a_request_that_failed_is_neither_handled_nor_logged() {
    Progress request = book.arrived("17", 41234);
    request.began();
    request.failed();

    assertThat(state()).isEqualTo("0 waiting, 0 in flight, 0 handled");
    assertThat(log).isEmpty();
  }

  @Test
  void a_request_that_cannot_be_logged_is_not_handled() {
    var full =
        new RequestBook(
            entry -> {
              throw new UncheckedIOException(new IOException("no space left"));
            },
            () -> 0,
            times::removeFirst);
    Progress request = full.arrived("17", 41234);
    request.began();

    assertThatThrownBy(request::ended).isInstanceOf(UncheckedIOException.class);
    assertThat(full.handled()).isZero();
  }

  private String state() {
    return "%d waiting, %d in flight, %d handled"
        .formatted(book.waiting(), book.inFlight(), book.handled());
  }
}
