package ratelab.loadgen.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import ratelab.loadgen.engine.Engine;
import ratelab.loadgen.record.Recorder;
import ratelab.loadgen.record.RunClock;
import ratelab.loadgen.record.Totals;
import ratelab.loadgen.report.ProgressLine;

/** Redraws one line on a terminal, once a run has lasted long enough to make people wonder. */
final class Progress {
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream err;
  private final Optional<Duration> period;
  private final RunClock clock;
  private boolean shown;
  private Duration shownAt = Duration.ZERO;

  Progress(PrintStream err, Optional<Duration> period, RunClock clock) {
    this.err = err;
    this.period = period;
    this.clock = clock;
  }

  /** To be called about once a second. */
  void show(Engine engine, Recorder recorder) {
    Duration elapsed = Duration.ofNanos(clock.elapsedNanos());
    Totals last = recorder.drain();
    Duration length = elapsed.minus(shownAt);
    shownAt = elapsed;
    if (elapsed.compareTo(QUIET) > 0) {
      shown = true;
      // The ended ones first: a request that ends in between must not count as more than sent.
      long answered = recorder.answered();
      long failed = recorder.failed();
      err.print(
          ERASE_LINE
              + ProgressLine.of(elapsed, period, engine.sent(), answered, failed)
              + ProgressLine.lately(last, length));
      err.flush();
    }
  }

  void erase() {
    if (shown) {
      err.print(ERASE_LINE);
      err.flush();
    }
  }
}
