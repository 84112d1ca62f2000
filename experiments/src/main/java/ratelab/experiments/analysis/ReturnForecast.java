package ratelab.experiments.analysis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.rate.RangeFunction;
import ratelab.experiments.rate.RangeQuery;
import ratelab.experiments.rate.RateModel;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.SeriesId;
import ratelab.experiments.recording.CpuReading;
import ratelab.experiments.recording.Recording;

/**
 * When the curves over some scrapes should be back, derived from the instants of these scrapes, the
 * evidence of the last work, and the CPU that was spent by the independent measure. No grid is
 * assumed, so late and missing scrapes need no tolerance.
 */
final class ReturnForecast {
  /** The nanosecond counter and the independent measure agree to this share. */
  private static final double MEASURES_DIFFER = 0.005;

  /** User and system are counted in ticks each. */
  private static final int MODES = 2;

  private final Recording recording;
  private final Signal signal;
  private final TargetLife life;
  private final Optional<LastWork> lastWork;
  private final long stepMillis;
  private final RangeQuery anyWindow;
  private final Scrapes scrapes;

  /** Whose samples are the lab's own, or what a slower scraper would have had of them. */
  private final boolean ofTheLab;

  /**
   * Derives for one scraper.
   *
   * @param scraped what it stored
   * @param stepMillis time between two evaluations of the curves over it
   */
  ReturnForecast(
      Recording recording,
      Signal signal,
      TargetLife life,
      Optional<LastWork> lastWork,
      List<Series> scraped,
      long stepMillis) {
    this.recording = recording;
    this.signal = signal;
    this.life = life;
    this.lastWork = lastWork;
    this.stepMillis = stepMillis;
    this.anyWindow = rate(recording.scenario().scrapeInterval());
    this.scrapes = Scrapes.of(scraped, anyWindow);
    this.ofTheLab = scraped.equals(recording.series());
  }

  /**
   * Not before this instant. The last work's CPU may have been counted at its start, and in ticks
   * some of it is not counted at all; and what is smaller than the idle band is not seen, so the
   * CPU that was spent last may be in the window still.
   *
   * @param band where the curve is idle
   */
  long earliestMillis(Duration window, IdleBand band) {
    long loadEnd = recording.marks().loadEndMillis();
    if (lastWork.isEmpty()) {
      return loadEnd;
    }
    long hidden = signal.hiddenMillis(recording.info().clockTicksPerSecond());
    long lost = losesTheEnd() ? recording.scenario().scrapeInterval().toMillis() : 0;
    long before = lastWork.get().startMillis() - hidden - lost - tickMillis();
    long byWork = leftBehind(scrapes.lastBefore(before).orElse(before), window);
    return Math.max(loadEnd, lost > 0 ? byWork : unseen(window, band, byWork));
  }

  /**
   * Not after this instant: the scrape before the last work's end has left the window, which holds
   * two others; and no later scrape is so late that the curve has a hole that could hide something.
   */
  long latestMillis(Duration window) {
    long end =
        Math.max(recording.marks().loadEndMillis(), lastWork.map(LastWork::endMillis).orElse(0L));
    // A closed window holds the sample for a millisecond more.
    long back = leftBehind(lastNotShowing(end + tickMillis()), window) + 1;
    long hold = signal.holdMillis(window.toMillis(), recording.info().clockTicksPerSecond());
    long certain = back + hold;
    long bridgeMillis = recording.scenario().scrapeInterval().toMillis();
    long until = scrapes.seenUntil(back, window.toMillis());
    while (until < certain) {
      OptionalLong again = scrapes.seenFrom(until + 1, window.toMillis());
      if (again.isEmpty()) {
        break;
      }
      if (again.getAsLong() - until > bridgeMillis - 2 * stepMillis) {
        back = again.getAsLong();
        // Behind a hole the curve has to stay idle for as long once more.
        certain = back + hold;
      }
      until = scrapes.seenUntil(again.getAsLong(), window.toMillis());
    }
    return back + stepMillis;
  }

  /** When a window holds this scrape and those before it no more, but two later ones. */
  private long leftBehind(long scrapeMillis, Duration window) {
    long left = scrapeMillis + window.toMillis();
    return scrapes.seenFrom(left, window.toMillis()).orElse(left);
  }

  /**
   * The last scrape whose sample does not show what was spent by an instant. With each of the lab's
   * scrapes goes a reading; a slower scraper's sample is as old as the last one before it.
   */
  private long lastNotShowing(long millis) {
    List<CpuReading> readings = ofTheLab ? recording.cpuReadings() : List.of();
    long last = millis;
    int next = 0;
    for (long scrape : scrapes.timesMillis()) {
      while (next < readings.size() && readings.get(next).timestampMillis() <= scrape) {
        next++;
      }
      if ((next > 0 ? readings.get(next - 1).timestampMillis() : scrape) < millis) {
        last = scrape;
      }
    }
    return last;
  }

  /**
   * From when on, up to an instant, a curve of the CPU that was spent stays idle: so little of it
   * was spent last.
   */
  private long unseen(Duration window, IdleBand band, long untilMillis) {
    double slack = slackCores(window) + MEASURES_DIFFER * band.highCores();
    long since = untilMillis;
    for (Curve.Point point : spent(window, untilMillis).points()) {
      if (point.value().isEmpty()) {
        continue;
      }
      double cores = point.value().getAsDouble();
      boolean idle = cores >= band.lowCores() - slack && cores <= band.highCores() + slack;
      since = idle ? Math.min(since, point.timeMillis() - stepMillis) : untilMillis;
    }
    return since;
  }

  private Curve spent(Duration window, long untilMillis) {
    SeriesId id = SeriesId.of(anyWindow.metric(), Map.of("groupname", anyWindow.groupname()));
    return new RateModel(recording.info().dialect())
        .curve(rate(window), List.of(new Series(id, spent())), Curves.steps(recording))
        .between(recording.marks().loadEndMillis(), untilMillis);
  }

  /** What may be spent between a reading and its scrape; ticks hide some more of each mode. */
  private double slackCores(Duration window) {
    double tickSeconds = tickMillis() / 1000.0;
    boolean inTicks = signal.hiddenMillis(recording.info().clockTicksPerSecond()) > 0;
    return (tickSeconds * signal.signalCores() + (inTicks ? MODES * tickSeconds : 0))
        / (window.toMillis() / 1000.0);
  }

  /** The CPU spent by each scrape, as early as the readings around it allow. */
  private List<Sample> spent() {
    List<CpuReading> readings = recording.cpuReadings();
    List<Sample> spent = new ArrayList<>();
    int next = 0;
    for (long scrape : scrapes.timesMillis()) {
      while (next < readings.size()
          && readings.get(next).timestampMillis() < scrape - tickMillis()) {
        next++;
      }
      if (next == readings.size()) {
        break;
      }
      spent.add(new Sample(scrape, readings.get(next).cpuNanos() / 1e9));
    }
    return spent;
  }

  private boolean losesTheEnd() {
    long intervalMillis = recording.scenario().scrapeInterval().toMillis();
    return lastWork.stream()
        .anyMatch(
            work ->
                life.fell(work.startMillis() - intervalMillis, work.endMillis() + intervalMillis));
  }

  /** To this the kernel counts CPU, and nearly to this the lab reads clocks. */
  private long tickMillis() {
    return 1000L / recording.info().clockTicksPerSecond();
  }

  private RangeQuery rate(Duration window) {
    return new RangeQuery(
        signal.counter().metric(), recording.info().targetGroup(), RangeFunction.RATE, window);
  }
}
