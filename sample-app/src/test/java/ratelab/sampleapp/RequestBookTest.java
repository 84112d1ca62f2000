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
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import ratelab.sampleapp.RequestBook.Account;
import ratelab.sampleapp.cure.DropReason;
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
    Account request = book.arrived("17", 41234, now -> Optional.empty());
    assertThat(state()).isEqualTo("1 waiting, 0 in flight, 0 handled, 0 rejected, 0 dropped");

    assertThat(request.begins()).isTrue();
    assertThat(state()).isEqualTo("0 waiting, 1 in flight, 0 handled, 0 rejected, 0 dropped");

    request.ended(OptionalLong.empty());
    assertThat(state()).isEqualTo("0 waiting, 0 in flight, 1 handled, 0 rejected, 0 dropped");
    assertThat(log)
        .containsExactly(
            new HandlerEntry(
                "17",
                41234,
                new BigDecimal("1790324267057.123"),
                new BigDecimal("1790324272062.456"),
                130_000_000L,
                null,
                null,
                null));
  }

  @Test
  void a_request_that_failed_is_neither_handled_nor_logged() {
    Account request = book.arrived("17", 41234, now -> Optional.empty());
    assertThat(request.begins()).isTrue();
    request.failed();

    assertThat(state()).isEqualTo("0 waiting, 0 in flight, 0 handled, 0 rejected, 0 dropped");
    assertThat(log).isEmpty();
  }

  @Test
  void a_request_that_may_not_wait_is_rejected() {
    book.rejected("17", 41234);

    assertThat(state()).isEqualTo("0 waiting, 0 in flight, 0 handled, 1 rejected, 0 dropped");
    assertThat(log)
        .containsExactly(turnedAway(new BigDecimal("1790324267057.123"), "rejected", "queue"));
  }

  @Test
  void a_request_that_nobody_waits_for_is_dropped_when_its_turn_comes() {
    Account request = book.arrived("17", 41234, now -> Optional.of(DropReason.GONE));
    assertThat(request.dropped()).isEmpty();

    assertThat(request.begins()).isFalse();

    assertThat(request.dropped()).contains(DropReason.GONE);
    assertThat(state()).isEqualTo("0 waiting, 0 in flight, 0 handled, 0 rejected, 1 dropped");
    assertThat(log)
        .containsExactly(turnedAway(new BigDecimal("1790324267057.123"), "dropped", "gone"));
  }

  private static HandlerEntry turnedAway(BigDecimal millis, String outcome, String reason) {
    return new HandlerEntry("17", 41234, millis, millis, null, null, outcome, reason);
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
    Account request = full.arrived("17", 41234, now -> Optional.empty());
    assertThat(request.begins()).isTrue();

    assertThatThrownBy(() -> request.ended(OptionalLong.empty()))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(full.handled()).isZero();
  }

  private String state() {
    return "%d waiting, %d in flight, %d handled, %d rejected, %d dropped"
        .formatted(
            book.waiting(), book.inFlight(), book.handled(), book.rejected(), book.dropped());
  }
}
