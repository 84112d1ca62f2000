package ratelab.experiments.lab;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What a run has opened: closed in reverse order, each once, and all of it even if some of it
 * fails.
 */
public final class Lifetime implements AutoCloseable {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /** Takes over the closing of {@code resource} and returns it. */
  public synchronized <T extends AutoCloseable> T add(T resource) {
    open.push(resource);
    return resource;
  }

  /**
   * Closes everything that is still open. An interrupt that came before has ended the run and waits
   * until all is closed; one that comes meanwhile cuts it short.
   *
   * @throws LabException if something could not be closed: the first failure, with the others as
   *     suppressed ones
   */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    try {
      closeAll();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void closeAll() {
    LabException failure = null;
    for (AutoCloseable next = pop(); next != null; next = pop()) {
      failure = closed(next, failure);
    }
    if (failure != null) {
      throw failure;
    }
  }

  private synchronized @Nullable AutoCloseable pop() {
    return open.poll();
  }

  private static @Nullable LabException closed(
      AutoCloseable resource, @Nullable LabException earlier) {
    try {
      resource.close();
      return earlier;
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      if (earlier != null) {
        earlier.addSuppressed(e);
        return earlier;
      }
      return e instanceof LabException own ? own : new LabException(e.toString(), e);
    }
  }
}
