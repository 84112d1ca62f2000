package ratelab.exporter.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ratelab.exporter.Await;
import ratelab.exporter.ShowsDifference;

@Timeout(30)
class SharedScanTest {
  private static final GroupScan EMPTY =
      new GroupScan(0, List.of(), ErrorTotals.NONE, new ScanCost(0, 0, 0, 0, OptionalLong.empty()));

  @Test
  @ShowsDifference("scrapes-share")
  void callers_share_the_pass_that_is_under_way() throws Exception {
    AtomicInteger passes = new AtomicInteger();
    CountDownLatch mayEnd = new CountDownLatch(1);
    Queue<GroupScan> results = new ConcurrentLinkedQueue<>();
    try (SharedScan shared =
        new SharedScan(
            () -> {
              passes.incrementAndGet();
              awaitUnchecked(mayEnd);
              return EMPTY;
            })) {
      List<Thread> callers =
          Stream.generate(() -> Thread.ofPlatform().start(() -> results.add(shared.join())))
              .limit(8)
              .toList();
      for (Thread caller : callers) {
        Await.until("waiting", () -> Optional.of(caller).filter(SharedScanTest::isWaiting));
      }
      mayEnd.countDown();
      for (Thread caller : callers) caller.join();
    }
    assertThat(results).containsExactlyElementsOf(Collections.nCopies(8, EMPTY));
    assertThat(passes).hasValue(1);
  }

  @Test
  void the_next_caller_starts_a_new_pass_on_the_same_thread() {
    List<Thread> threads = new ArrayList<>();
    try (SharedScan shared =
        new SharedScan(
            () -> {
              threads.add(Thread.currentThread());
              return EMPTY;
            })) {
      shared.join();
      shared.join();
    }
    assertThat(threads).hasSize(2);
    assertThat(threads.getFirst()).isSameAs(threads.getLast());
    assertThat(threads.getFirst().getName()).isEqualTo("scan");
  }

  @Test
  void a_pass_that_fails_does_not_spoil_the_next() {
    AtomicInteger passes = new AtomicInteger();
    try (SharedScan shared =
        new SharedScan(
            () -> {
              if (passes.getAndIncrement() == 0) throw new ArithmeticException("once");
              return EMPTY;
            })) {
      assertThatThrownBy(shared::join)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the scan failed")
          .hasRootCauseMessage("once");
      assertThat(shared.join()).isEqualTo(EMPTY);
    }
  }

  private static boolean isWaiting(Thread thread) {
    return thread.getState() == Thread.State.WAITING;
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
