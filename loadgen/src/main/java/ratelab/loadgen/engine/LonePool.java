package ratelab.loadgen.engine;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import okhttp3.ConnectionPool;
import okhttp3.internal.concurrent.TaskRunner;
import okhttp3.internal.connection.ConnectionListener;
import okhttp3.internal.connection.RealConnectionPool;

/**
 * The pool of a worker that has one connection and keeps it: nothing is ever to be cleaned up.
 * OkHttp's public pools share a cleaner, whose lock all calls take and whose thread each of them
 * wakes, just to find that nothing is to be done; that costs a load generator a tenth to a quarter
 * of its CPU. A pool without the cleaner can only be had from OkHttp's internal types.
 */
final class LonePool {
  private static final int CONNECTIONS = 1;

  private LonePool() {}

  /** A new pool; connections leave it when they are closed, or by {@code evictAll}. */
  static ConnectionPool create() {
    TaskRunner cleaner =
        new TaskRunner(new NoThreads(), Logger.getLogger(LonePool.class.getName()));
    return new ConnectionPool(
        new RealConnectionPool(
            cleaner,
            CONNECTIONS,
            Long.MAX_VALUE,
            TimeUnit.NANOSECONDS,
            ConnectionListener.Companion.getNONE()));
  }

  /** Takes tasks and runs none of them. */
  private static final class NoThreads implements TaskRunner.Backend {
    @Override
    public long nanoTime() {
      return System.nanoTime();
    }

    @Override
    public void execute(TaskRunner runner, Runnable tasks) {}

    @Override
    public void coordinatorNotify(TaskRunner runner) {}

    @Override
    public void coordinatorWait(TaskRunner runner, long nanos) {}

    @Override
    public <T> BlockingQueue<T> decorate(BlockingQueue<T> queue) {
      return queue;
    }
  }
}
