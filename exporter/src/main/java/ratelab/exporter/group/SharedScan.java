package ratelab.exporter.group;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One thread that scans; callers share the pass that is under way, or start one. So a second
 * Prometheus costs no second pass.
 */
public final class SharedScan implements AutoCloseable {
  private final Supplier<GroupScan> scan;
  private final ExecutorService owner =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("scan").daemon().factory());
  private @Nullable CompletableFuture<GroupScan> underWay;

  public SharedScan(Supplier<GroupScan> scan) {
    this.scan = scan;
  }

  /** Waits for the result of the pass under way, or of a new one. */
  public GroupScan join() {
    try {
      return current().join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the scan failed", e.getCause());
    }
  }

  private synchronized CompletableFuture<GroupScan> current() {
    if (underWay == null || underWay.isDone()) {
      underWay = CompletableFuture.supplyAsync(scan, owner);
    }
    return underWay;
  }

  /** Has something answered by the thread that scans, between passes. */
  public <T> T ask(Supplier<T> question) {
    return CompletableFuture.supplyAsync(question, owner).join();
  }

  /** No further pass starts. One under way ends by itself: an interrupt would close its files. */
  @Override
  public void close() {
    owner.shutdown();
  }
}
