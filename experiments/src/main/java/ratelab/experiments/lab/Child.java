package ratelab.experiments.lab;

import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A process that the guardian started. */
final class Child {
  /** The exit status of a process that was ended by SIGKILL, as shells report it. */
  static final int KILLED = 137;

  private record Numbers(long group, long pid) {}

  private final Guardian guardian;
  private final int id;
  private final CompletableFuture<Numbers> start = new CompletableFuture<>();
  private final CompletableFuture<Integer> end = new CompletableFuture<>();

  Child(Guardian guardian, int id) {
    this.guardian = guardian;
    this.id = id;
  }

  int id() {
    return id;
  }

  /** Whether the guardian has reported its start; {@link #pid} is known from then on. */
  boolean hasStarted() {
    return start.isDone();
  }

  long pid() {
    return start.join().pid();
  }

  long group() {
    return start.join().group();
  }

  /** Its exit status; 128 + signal if a signal ended it; empty while it runs. */
  OptionalInt exitStatus() {
    @Nullable Integer status = end.getNow(null);
    return status == null ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /** Asks it to end. */
  void terminate() {
    guardian.terminate(group());
  }

  /** Ends it and all that it started. */
  void destroy() {
    guardian.destroy(group(), id);
  }

  void started(long group, long pid) {
    start.complete(new Numbers(group, pid));
  }

  /** Returns whether that was news. */
  boolean ended(int status) {
    return end.complete(status);
  }
}
