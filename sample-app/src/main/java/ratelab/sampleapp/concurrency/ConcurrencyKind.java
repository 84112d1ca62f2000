package ratelab.sampleapp.concurrency;

import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** The choices of {@code --concurrency}. */
public enum ConcurrencyKind {
  /** One request at a time, in arrival order, as an event loop with a blocking handler. */
  SINGLE {
    @Override
    public Concurrency open(int threads) {
      return onPlatformThreads(Executors.newSingleThreadExecutor(named("single-")));
    }
  },
  /** A fixed number of threads. */
  POOL {
    @Override
    public Concurrency open(int threads) {
      return onPlatformThreads(Executors.newFixedThreadPool(threads, named("pool-")));
    }
  },
  /** A virtual thread for each request. */
  VIRTUAL {
    @Override
    public Concurrency open(int threads) {
      return new ThreadConcurrency(
          Executors.newVirtualThreadPerTaskExecutor(), new VirtualPerformer());
    }
  },
  /** No thread waits for anything. */
  ASYNC {
    @Override
    public Concurrency open(int threads) {
      return new AsyncConcurrency();
    }
  };

  /** Whether a request may have to wait for its turn. */
  public boolean hasQueue() {
    return this == SINGLE || this == POOL;
  }

  /**
   * How many requests are worked on at once.
   *
   * @param threads size of the pool, for {@link #POOL} alone
   */
  public int handlers(int threads) {
    return switch (this) {
      case SINGLE -> 1;
      case POOL -> threads;
      case VIRTUAL, ASYNC -> Integer.MAX_VALUE;
    };
  }

  /**
   * Opens a concurrency of this kind.
   *
   * @param threads size of the pool, for {@link #POOL} alone
   */
  public abstract Concurrency open(int threads);

  /** The word on the command line and in the log. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Concurrency onPlatformThreads(ExecutorService threads) {
    return new ThreadConcurrency(threads, Performer.onThisThread());
  }

  private static ThreadFactory named(String prefix) {
    return Thread.ofPlatform().name(prefix, 0).factory();
  }
}
