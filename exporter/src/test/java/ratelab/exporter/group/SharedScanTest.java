package ratelab.exporter.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SharedScanTest {
  private static final GroupScan EMPTY = new GroupScan(List.of(), new ErrorTotals(0, 0, 0));

  @Test
  void callers_share_the_pass_that_is_under_way() throws Exception {
    AtomicInteger passes = new AtomicInteger();
    CountDownLatch underWay = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    SharedScan shared =
        new SharedScan(
            () -> {
              passes.incrementAndGet();
              underWay.countDown();
              awaitUnchecked(mayEnd);
              return EMPTY;
            });
    try (shared;
        ExecutorService callers = Executors.newCachedThreadPool()) {
      List<Future<GroupScan>> results = new ArrayList<>();
      CountDownLatch asked = new CountDownLatch(8);
      Callable<GroupScan> caller =
          () -> {
            asked.countDown();
            return shared.join();
          };
      results.add(callers.submit(shared::join));
      underWay.await();
      for (int i = 0; i < 8; i++) results.add(callers.submit(caller));
      asked.await();
      mayEnd.countDown();
      for (Future<GroupScan> result : results) assertThat(result.get()).isEqualTo(EMPTY);
      // A caller that came after the end may have started one more pass, never one each.
      assertThat(passes.get()).isBetween(1, 2);
    }
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

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
