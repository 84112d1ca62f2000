package ratelab.experiments.analysis;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.rate.ReturnInterval;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.recording.Recording;

/**
 * Looks at the curve of each window: when it should be back, when it was, and where the time went.
 */
final class WindowFindings {
  private final Recording recording;
  private final Signal signal;
  private final TargetLife life;
  private final Optional<LastWork> lastWork;
  private final Curves curves;

  WindowFindings(
      Recording recording, Signal signal, TargetLife life, Optional<LastWork> onRequests) {
    this.recording = recording;
    this.signal = signal;
    this.life = life;
    this.lastWork = LastWork.ofAnyKind(recording, signal, onRequests);
    this.curves = new Curves(recording);
  }

  /** One finding a window, shortest first. */
  List<WindowFinding> all() {
    return recording.scenario().windows().stream().sorted().map(this::of).toList();
  }

  private WindowFinding of(Duration window) {
    Curve shown = curves.rate(signal.counter(), window);
    Curve ticks = curves.rate(CpuCounter.TICKS, window);
    IdleBand band = signal.band(gaps(window));
    OptionalLong back = returnOf(shown, window);
    OptionalLong zero =
        detector(Signal.of(recording, CpuCounter.TICKS), window).find(ticks, cores -> cores == 0);
    return new WindowFinding(
        window,
        shown,
        ticks,
        curves.naive(signal.track(), window),
        band,
        earliestReturnMillis(window),
        latestReturnMillis(window),
        back,
        zero,
        back.isPresent() ? decay(window, back.getAsLong()) : Optional.empty());
  }

  /** When a curve of this window is back in the idle band. */
  OptionalLong returnOf(Curve curve, Duration window) {
    return detector(signal, window).find(curve, signal.band(gaps(window))::contains);
  }

  private ReturnDetector detector(Signal of, Duration window) {
    return new ReturnDetector(
        recording.marks().loadEndMillis(),
        of.holdMillis(window.toMillis(), recording.info().clockTicksPerSecond()),
        recording.scenario().scrapeInterval().toMillis());
  }

  /** Scrape gaps that a window spans when it is full. */
  private double gaps(Duration window) {
    double intervals =
        (double) window.toMillis() / recording.scenario().scrapeInterval().toMillis();
    return Math.max(1, Math.floor(intervals) - 1);
  }

  /**
   * CPU is last counted at the last request's start or end, a counter in ticks hides some of it,
   * and what is smaller than the idle band is not seen at all: so a return may be early by a
   * service time, by the hidden ticks, and by the unseen share of gaps. A counter that began anew
   * lost what it had counted since the scrape before.
   */
  private long earliestReturnMillis(Duration window) {
    if (lastWork.isEmpty()) {
      return recording.marks().loadEndMillis();
    }
    long intervalMillis = recording.scenario().scrapeInterval().toMillis();
    long unseenMillis = Math.round(signal.unseenGaps(gaps(window)) * intervalMillis);
    long hiddenMillis = signal.hiddenMillis(recording.info().clockTicksPerSecond());
    long lostMillis = losesTheEnd() ? intervalMillis : 0;
    long early =
        lastWork.get().startMillis() - unseenMillis - hiddenMillis - lostMillis - slackMillis();
    return Math.max(
        recording.marks().loadEndMillis(),
        early
            + ReturnInterval.of(window, recording.scenario().scrapeInterval())
                .earliest()
                .toMillis());
  }

  private boolean losesTheEnd() {
    long intervalMillis = recording.scenario().scrapeInterval().toMillis();
    return lastWork.stream()
        .anyMatch(
            work ->
                life.fell(work.startMillis() - intervalMillis, work.endMillis() + intervalMillis));
  }

  /** A scrape that is missing shows the end so much later. */
  private long missingMillis(Duration window) {
    long intervalMillis = recording.scenario().scrapeInterval().toMillis();
    long from = lastWork.map(LastWork::startMillis).orElse(0L) - 2 * intervalMillis;
    long to = lastWork.map(LastWork::endMillis).orElse(0L) + window.toMillis() + 2 * intervalMillis;
    return signal.track().gaps(from, to).stream()
        .mapToLong(gap -> gap.toMillis() - gap.fromMillis() - intervalMillis)
        .filter(excess -> excess > intervalMillis / 2)
        .max()
        .orElse(0);
  }

  private long latestReturnMillis(Duration window) {
    long last =
        Math.max(recording.marks().loadEndMillis(), lastWork.map(LastWork::endMillis).orElse(0L));
    return last
        + ReturnInterval.of(window, recording.scenario().scrapeInterval()).latest().toMillis()
        + missingMillis(window)
        + slackMillis();
  }

  /** One evaluation step, the jitter of the scrapes, and one tick of the CPU accounting. */
  private long slackMillis() {
    return Curves.step(recording).toMillis()
        + jitterMillis()
        + 1000L / recording.info().clockTicksPerSecond();
  }

  /** Of the scrapes that decide the return: from two windows before the last work on. */
  long jitterMillis() {
    long twoWindows =
        2 * recording.scenario().windows().stream().mapToLong(Duration::toMillis).max().orElse(0);
    long from = lastWork.map(LastWork::endMillis).orElse(0L) - twoWindows;
    return ScrapeTimes.between(recording, signal.track(), from, Long.MAX_VALUE).jitterMillis();
  }

  private Optional<Decay> decay(Duration window, long returnMillis) {
    long loadEnd = recording.marks().loadEndMillis();
    // What the target does on its own account after the return is no part of the decay.
    OptionalLong seen = signal.lastBusyMillis(recording.marks().loadStartMillis(), returnMillis);
    if (lastWork.isEmpty() || seen.isEmpty()) {
      return Optional.empty();
    }
    long workEnd = Math.max(loadEnd, lastWork.get().endMillis());
    long phase = seen.getAsLong() - workEnd;
    long total = returnMillis - loadEnd;
    long drain = workEnd - loadEnd;
    return Optional.of(
        new Decay(
            window,
            Duration.ofMillis(total),
            Duration.ofMillis(drain),
            Duration.ofMillis(phase),
            Duration.ofMillis(total - drain - phase)));
  }
}
