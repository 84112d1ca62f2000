package ratelab.sampleapp.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ratelab.sampleapp.work.Work;
import ratelab.sampleapp.work.WorkKind;

@Timeout(20)
class ConcurrencyTest {
  private static final Work SHORT = WorkKind.SLEEP.work(Duration.ofMillis(1), Duration.ZERO, 0);
  private static final Work LONG = WorkKind.EXEC.work(Duration.ofMinutes(1), Duration.ZERO, 0);

  private final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();

  @Test
  void single_begins_each_request_when_the_one_before_has_ended() {
    try (var single = ConcurrencyKind.SINGLE.open(9)) {
      List<CompletableFuture<Void>> all = new ArrayList<>();
      for (int id = 0; id < 100; id++) {
        all.add(single.handle(SHORT, recording(id)));
      }
      all.forEach(CompletableFuture::join);
    }

    assertThat(events)
        .containsExactlyElementsOf(
            IntStream.range(0, 100)
                .boxed()
                .flatMap(id -> List.of("began " + id, "ended " + id).stream())
                .toList());
  }

  @ParameterizedTest
  @EnumSource
  void whoever_hands_work_over_is_not_held_up(ConcurrencyKind kind) {
    try (var concurrency = kind.open(1)) {
      var first = concurrency.handle(LONG, recording(1));
      var second = concurrency.handle(LONG, recording(2));

      assertThat(List.of(first, second)).noneMatch(CompletableFuture::isDone);
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_answer_comes_after_the_books_are_closed(ConcurrencyKind kind) throws Exception {
    try (var concurrency = kind.open(1)) {
      concurrency
          .handle(SHORT, recording(1))
          .thenRun(() -> events.add("answered 1"))
          .get(10, TimeUnit.SECONDS);
    }

    assertThat(events).containsExactly("began 1", "ended 1", "answered 1");
  }

  @ParameterizedTest
  @EnumSource
  void a_request_that_cannot_be_booked_fails_and_the_next_one_does_not(ConcurrencyKind kind) {
    try (var concurrency = kind.open(1)) {
      var failing = concurrency.handle(SHORT, unbookable());
      assertThatThrownBy(failing::join)
          .isInstanceOf(CompletionException.class)
          .hasRootCauseMessage("no space left");

      concurrency.handle(SHORT, recording(2)).join();
    }

    assertThat(events).containsExactly("failed 1", "began 2", "ended 2");
  }

  @ParameterizedTest
  @EnumSource
  void a_request_that_declines_its_turn_costs_no_work_and_holds_up_nobody(ConcurrencyKind kind) {
    try (var concurrency = kind.open(1)) {
      concurrency.handle(LONG, declining()).join();
      concurrency.handle(SHORT, recording(2)).join();
    }

    assertThat(events).containsExactly("declined 1", "began 2", "ended 2");
  }

  private Progress declining() {
    return new Progress() {
      @Override
      public boolean begins() {
        events.add("declined 1");
        return false;
      }

      @Override
      public void ended(OptionalLong childCpuNanos) {
        events.add("ended 1");
      }

      @Override
      public void failed() {
        events.add("failed 1");
      }
    };
  }

  private Progress recording(int id) {
    return new Progress() {
      @Override
      public boolean begins() {
        events.add("began " + id);
        return true;
      }

      @Override
      public void ended(OptionalLong childCpuNanos) {
        events.add("ended " + id);
      }

      @Override
      public void failed() {
        events.add("failed " + id);
      }
    };
  }

  private Progress unbookable() {
    return new Progress() {
      @Override
      public boolean begins() {
        return true;
      }

      @Override
      public void ended(OptionalLong childCpuNanos) {
        throw new UncheckedIOException(new IOException("no space left"));
      }

      @Override
      public void failed() {
        events.add("failed 1");
      }
    };
  }
}
