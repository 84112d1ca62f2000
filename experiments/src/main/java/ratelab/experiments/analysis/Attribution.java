package ratelab.experiments.analysis;

import java.time.Duration;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.recording.LoadResult;
import ratelab.experiments.recording.Marks;
import ratelab.experiments.scenario.Cause;

/**
 * Names the cause of a late curve. It is told nothing: it sees the samples, the load's marks and
 * the load's counts; scenario, server configuration, handler log and events are withheld.
 *
 * @param signal the CPU samples
 * @param life what the samples tell of the target's process
 * @param marks when the load began and ended
 * @param load its counts
 * @param fastestAnswer how long the load's fastest answer took; zero if there was none
 */
record Attribution(
    Signal signal, TargetLife life, Marks marks, LoadResult load, Duration fastestAnswer) {

  /** The cause. What ends the target comes first: nothing that it left undone can go on. */
  Cause cause() {
    if (life.endsBeforeTheScrapes(intervalMillis())) {
      return Cause.EXITED;
    }
    if (life.beganAnewAfter(marks.loadEndMillis())) {
      return Cause.RESTARTED;
    }
    if (worksAfterTheLoad()) {
      return load.timedOut() + load.inFlightAtEnd() > 0 ? Cause.BACKLOG : Cause.UNKNOWN;
    }
    if (life.fell(marks.loadEndMillis(), marks.endMillis())) {
      return Cause.COUNTER_RESET;
    }
    if (missesTheEnd()) {
      return Cause.MISSED_SCRAPE;
    }
    return isBusy() ? Cause.WINDOW_ONLY : Cause.UNKNOWN;
  }

  private boolean isBusy() {
    return signal.lastBusyMillis(marks.loadStartMillis(), marks.endMillis()).isPresent();
  }

  /**
   * The scrape after the load's end may still show CPU from before it, and that of requests which
   * were under way then; a later one may not.
   */
  private boolean worksAfterTheLoad() {
    return signal.lastBusyMillis(marks.loadStartMillis(), marks.endMillis()).orElse(0)
        > firstScrapeAfter(marks.loadEndMillis() + fastestAnswer.toMillis());
  }

  /**
   * Whether a scrape is missing where the end of the load would have been seen: a rate that is back
   * needs two scrapes after it.
   */
  private boolean missesTheEnd() {
    long interval = intervalMillis();
    return signal.track().gaps(0, Long.MAX_VALUE).stream()
        .filter(gap -> gap.toMillis() > marks.loadEndMillis())
        .filter(gap -> gap.fromMillis() < marks.loadEndMillis() + 2 * interval)
        .anyMatch(gap -> gap.toMillis() - gap.fromMillis() > interval + interval / 2);
  }

  private long firstScrapeAfter(long timeMillis) {
    return signal.track().atOrAfter(timeMillis).map(Sample::timestampMillis).orElse(Long.MAX_VALUE);
  }

  /** As the samples show it: the median of their distances. */
  private long intervalMillis() {
    long[] lengths =
        signal.track().gaps(0, Long.MAX_VALUE).stream()
            .mapToLong(gap -> gap.toMillis() - gap.fromMillis())
            .sorted()
            .toArray();
    return lengths.length == 0 ? Long.MAX_VALUE / 4 : lengths[lengths.length / 2];
  }
}
