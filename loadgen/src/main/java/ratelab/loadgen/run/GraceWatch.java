package ratelab.loadgen.run;

import java.time.Duration;
import ratelab.loadgen.engine.Engine;
import ratelab.loadgen.record.RunClock;

/** Gives up requests that are still in flight a while after the issuing has ended by itself. */
final class GraceWatch implements AutoCloseable {
  /** Fine enough for a grace, and nothing beside a load. */
  private static final Duration LOOK = Duration.ofMillis(5);

  private final Engine engine;
  private final RunClock clock;
  private final Duration grace;
  private final Thread thread;

  /** Watches from now on. */
  GraceWatch(Engine engine, RunClock clock, Duration grace) {
    this.engine = engine;
    this.clock = clock;
    this.grace = grace;
    this.thread = Thread.ofVirtual().name("grace").start(this::watch);
  }

  private void watch() {
    try {
      while (clock.elapsedNanos() < engine.stopNanos()) {
        Thread.sleep(LOOK);
      }
      engine.finishWithin(grace);
    } catch (InterruptedException e) {
      // Everything has ended before the issuing had to.
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
