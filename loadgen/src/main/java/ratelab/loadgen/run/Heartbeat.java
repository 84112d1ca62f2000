package ratelab.loadgen.run;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something twice a second, until it is closed. */
final class Heartbeat implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofMillis(500);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("heartbeat").factory());
  private final Future<?> beats;

  Heartbeat(Runnable beat) {
    beats =
        timer.scheduleAtFixedRate(
            beat, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Returns when the beat under way has ended.
   *
   * @throws IllegalStateException if a beat failed: there was none after it
   */
  @Override
  public void close() {
    timer.shutdownNow();
    timer.close();
    if (beats.state() == Future.State.FAILED) {
      throw new IllegalStateException("the heartbeat stopped", beats.exceptionNow());
    }
  }
}
