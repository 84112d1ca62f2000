package ratelab.experiments.analysis;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.rate.Series;
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
  private final ReturnForecast returns;

  WindowFindings(
      Recording recording, Signal signal, TargetLife life, Optional<LastWork> onRequests) {
    this.recording = recording;
    this.signal = signal;
    this.life = life;
    this.lastWork = LastWork.ofAnyKind(recording, signal, onRequests);
    this.curves = new Curves(recording);
    this.returns =
        new ReturnForecast(
            recording,
            signal,
            life,
            lastWork,
            recording.series(),
            Curves.step(recording).toMillis());
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
        returns.earliestMillis(window, band),
        returns.latestMillis(window),
        back,
        zero,
        back.isPresent() ? decay(window, back.getAsLong()) : Optional.empty());
  }

  /**
   * The same window's finding, with the return derived from the instants of another's scrapes.
   *
   * @param scraped what the other stored; where that was not kept, what the lab stored
   * @param curve what the other drew
   */
  WindowFinding onOtherScrapes(WindowFinding own, List<Series> scraped, Curve curve) {
    ReturnForecast theirs =
        new ReturnForecast(
            recording,
            signal,
            life,
            lastWork,
            scraped.isEmpty() ? recording.series() : scraped,
            curve.stepMillis());
    return own.returning(
        theirs.earliestMillis(own.window(), own.band()), theirs.latestMillis(own.window()));
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
