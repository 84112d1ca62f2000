package ratelab.experiments.analysis;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import ratelab.experiments.analysis.advice.SignalFacts;
import ratelab.experiments.analysis.shape.CpuPulse;
import ratelab.experiments.analysis.shape.Decimation;
import ratelab.experiments.analysis.shape.Shape;
import ratelab.experiments.analysis.shape.ShapeComparison;
import ratelab.experiments.analysis.shape.View;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.rate.RateModel;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.ScrapeGrid;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.Steps;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.recording.Recording;

/**
 * A recording's CPU, seen through any window, scrape interval, phase and function: what the curve
 * should look like, and what it does look like.
 */
public final class Shapes {
  private static final int STEPS_PER_SCRAPE = 15;

  /** User and system are counted in ticks each. */
  private static final int MODES = 2;

  private final Recording recording;
  private final Signal signal;

  private Shapes(Recording recording, Signal signal) {
    this.recording = recording;
    this.signal = signal;
  }

  /** Of the finer counter that the recording has. */
  public static Shapes of(Recording recording) {
    return new Shapes(recording, Signal.of(recording));
  }

  /** The load's CPU from its start to the recording's end; empty if none stands out from idle. */
  public Optional<CpuPulse> pulse() {
    return pulse(recording.marks().loadStartMillis(), recording.marks().endMillis());
  }

  /** The CPU above idle inside a span of the recording; empty if none stands out from idle. */
  public Optional<CpuPulse> pulse(long fromMillis, long toMillis) {
    return Pulses.of(signal, fromMillis, toMillis);
  }

  /** The instants at which the lab itself scraped. */
  public ScrapeGrid recordedGrid() {
    long phase =
        signal.track().isEmpty() ? 0 : signal.track().samples().getFirst().timestampMillis();
    return new ScrapeGrid(phase, recordedInterval());
  }

  /** The grid of a slower scraper. Its phase is measured from the recording's begin. */
  public ScrapeGrid grid(Duration scrapeInterval, Duration phase) {
    return new ScrapeGrid(recording.marks().idleStartMillis() + phase.toMillis(), scrapeInterval);
  }

  /** The series of the view's scraper: the recorded ones, or what a slower one would have had. */
  public List<Series> series(View view) {
    return view.grid().interval().equals(recordedInterval())
        ? recording.series()
        : Decimation.of(recording.series(), recordedInterval().toMillis(), view.grid());
  }

  /** The curve of a view over the whole recording. */
  public Curve curve(View view) {
    return curve(view, series(view));
  }

  /** Compares the forecast for a pulse with the curve, as far as the recording can tell. */
  public ShapeComparison compare(View view, CpuPulse pulse) {
    ShapeComparison seen =
        ShapeComparison.of(view, pulse, Shape.of(curve(view), view, pulse), exactness(view, pulse));
    return MissedLines.of(recording, signal, seen).revised();
  }

  /** What the choice of a window depends on; the phase to judge is the load's. */
  public SignalFacts signalFacts() {
    return new SignalFacts(
        signal.leastCores(),
        signal.idleCores(),
        signal.measuredSpreadCores(),
        quantumSeconds(),
        Optional.of(
            Duration.ofMillis(
                recording.marks().loadStopMillis() - recording.marks().loadStartMillis())));
  }

  /** The name of the finer counter that the recording has. */
  public String metric() {
    return signal.counter().metric();
  }

  private Curve curve(View view, Collection<Series> series) {
    long from = recording.marks().idleStartMillis();
    Steps steps =
        new Steps(
            from, Math.max(from, recording.marks().endMillis()), Duration.ofMillis(step(view)));
    return new RateModel(view.dialect())
        .curve(
            view.query(signal.counter().metric(), recording.info().targetGroup()), series, steps);
  }

  /**
   * How exactly a view's curve can be known. How the scrapes came far away from the pulse moves
   * nothing.
   */
  private ShapeComparison.Exactness exactness(View view, CpuPulse pulse) {
    long reach = 2 * (view.window().toMillis() + 2 * view.grid().intervalMillis());
    long from = pulse.startFromMillis() - reach;
    long to = pulse.endToMillis() + reach;
    ScrapeTimes times = ScrapeTimes.between(recording, signal.track(), from, to);
    long longest =
        times.holes().stream()
            .mapToLong(Span::millis)
            .reduce(recordedInterval().toMillis(), Math::max);
    boolean recorded = view.grid().interval().equals(recordedInterval());
    return new ShapeComparison.Exactness(
        step(view),
        times.jitterMillis(),
        Math.round(1000 * longestScrapeSeconds(from, to)),
        recorded ? 0 : longest,
        longest > Decimation.oldestMillis(recordedInterval().toMillis())
            || (recorded && !times.holes().isEmpty()),
        secondsBeside(view, pulse),
        quantumSeconds());
  }

  /** CPU above idle that a window may hold together with the whole pulse, or its begin. */
  private double secondsBeside(View view, CpuPulse pulse) {
    long from = pulse.startFromMillis() - view.memoryMillis() - view.grid().intervalMillis();
    long to = pulse.endToMillis() + view.grid().intervalMillis();
    return secondsAboveIdle(from, pulse.startFromMillis())
        + secondsAboveIdle(pulse.endToMillis(), to);
  }

  private double secondsAboveIdle(long fromMillis, long toMillis) {
    return signal.track().gaps(fromMillis, toMillis).stream()
        .mapToDouble(
            gap ->
                Math.max(0, gap.cores() - signal.idleCores())
                    * (gap.toMillis() - gap.fromMillis())
                    / 1000.0)
        .sum();
  }

  private double longestScrapeSeconds(long fromMillis, long toMillis) {
    return ScrapeTimes.took(recording)
        .filter(s -> s.timestampMillis() >= fromMillis && s.timestampMillis() <= toMillis)
        .mapToDouble(Sample::value)
        .max()
        .orElse(0);
  }

  private double quantumSeconds() {
    return signal.counter() == CpuCounter.TICKS
        ? (double) MODES / recording.info().clockTicksPerSecond()
        : 0;
  }

  private static long step(View view) {
    return Math.max(1, view.grid().intervalMillis() / STEPS_PER_SCRAPE);
  }

  private Duration recordedInterval() {
    return recording.scenario().scrapeInterval();
  }
}
