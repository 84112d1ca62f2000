package ratelab.experiments.analysis;

import java.util.Locale;
import java.util.OptionalLong;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.recording.Marks;
import ratelab.experiments.recording.Recording;

/**
 * What the target's CPU counter shows of idle and of load, seen gap by gap between scrapes.
 *
 * @param counter the counter used: nanoseconds, or ticks where the exporter offers nothing finer
 * @param track its samples
 * @param idleCores mean rate of the idle target
 * @param gapSpreadCores spread of one gap's rate while idle, at least a twentieth of the signal:
 *     what is smaller cannot be seen on a graph
 * @param signalCores rate above idle of a gap in which the target worked; the median, since a
 *     load's first requests cost more than the rest
 * @param loadCores mean rate above idle while the load ran
 * @param measuredSpreadCores spread of one gap's rate while idle, as measured
 */
record Signal(
    CpuCounter counter,
    CounterTrack track,
    double idleCores,
    double gapSpreadCores,
    double signalCores,
    double loadCores,
    double measuredSpreadCores) {
  private static final double VISIBLE_SHARE = 1.0 / 20;

  /** Under five spreads a signal cannot be told from idle noise. */
  private static final double LEAST_SPREADS = 5;

  /** A counter of ticks stands still for some time even while the target works. */
  private static final int TICKS_TO_BE_SURE = 3;

  /** User and system. */
  private static final int MODES = 2;

  static Signal of(Recording recording) {
    CounterTrack nanos = track(recording, CpuCounter.NANOSECONDS);
    return nanos.isEmpty()
        ? of(recording, CpuCounter.TICKS, track(recording, CpuCounter.TICKS))
        : of(recording, CpuCounter.NANOSECONDS, nanos);
  }

  static Signal of(Recording recording, CpuCounter counter) {
    return of(recording, counter, track(recording, counter));
  }

  private static CounterTrack track(Recording recording, CpuCounter counter) {
    return CounterTrack.of(recording.series(), counter.metric(), recording.info().targetGroup());
  }

  private static Signal of(Recording recording, CpuCounter counter, CounterTrack track) {
    Marks marks = recording.marks();
    Spread idle = Spread.of(IdleGaps.of(recording, track));
    double load =
        Spread.of(track.gaps(marks.loadStartMillis(), marks.loadEndMillis())).mean() - idle.mean();
    double signal = working(idle, load, track, marks);
    double spread = Math.max(idle.deviation(), signal * VISIBLE_SHARE);
    return new Signal(counter, track, idle.mean(), spread, signal, load, idle.deviation());
  }

  private static double working(Spread idle, double load, CounterTrack track, Marks marks) {
    double busy = Math.max(LEAST_SPREADS * idle.deviation(), load * VISIBLE_SHARE);
    double[] working =
        track.gaps(marks.loadStartMillis(), marks.endMillis()).stream()
            .mapToDouble(gap -> gap.cores() - idle.mean())
            .filter(cores -> cores > busy)
            .sorted()
            .toArray();
    return working.length == 0 ? Math.max(0, load) : working[working.length / 2];
  }

  /**
   * Whether the signal stands out from the idle target. The load's mean has to as well: working
   * gaps are chosen for standing out, so one burst of an idle target would pass for a signal.
   */
  boolean isVisible() {
    return leastCores() > 0
        && signalCores >= LEAST_SPREADS * gapSpreadCores
        && loadCores >= LEAST_SPREADS * measuredSpreadCores;
  }

  /** Why a signal that is not visible is none, and the remedy. */
  String whyNotVisible() {
    return String.format(
        Locale.ROOT,
        "The signal (%.6f cores above idle) is under 5 spreads of the idle target (%.6f): use"
            + " --target node, more --cpu, or a higher --speed.",
        leastCores(),
        gapSpreadCores);
  }

  /** The weaker of the two rates that have to stand out. */
  double leastCores() {
    return Math.min(signalCores, loadCores);
  }

  /** The idle band of a curve whose window spans {@code gaps} scrape intervals. */
  IdleBand band(double gaps) {
    // The visible share is of one gap's CPU, which a window dilutes by its length; noise averages
    // out.
    double diluted = Math.max(measuredSpreadCores / Math.sqrt(gaps), visibleFloor() / gaps);
    return new IdleBand(idleCores, diluted);
  }

  private double visibleFloor() {
    return signalCores * VISIBLE_SHARE;
  }

  /**
   * For how long CPU may be spent before the counter shows it, milliseconds: user and system time
   * are each rounded down to whole ticks.
   */
  long hiddenMillis(int ticksPerSecond) {
    return counter == CpuCounter.NANOSECONDS || signalCores <= 0
        ? 0
        : Math.round(MODES * 1000.0 / ticksPerSecond / signalCores);
  }

  /** How long a curve must stay in its band to be back, milliseconds. */
  long holdMillis(long windowMillis, int ticksPerSecond) {
    if (counter == CpuCounter.NANOSECONDS || signalCores <= 0) {
      return windowMillis;
    }
    double tickMillis = 1000.0 / ticksPerSecond;
    return Math.max(windowMillis, Math.round(TICKS_TO_BE_SURE * tickMillis / signalCores));
  }

  /**
   * The last of the scrapes from an instant on that show CPU above idle without a pause; the
   * instant itself if the first does not.
   */
  long busyUntilMillis(long fromMillis) {
    long until = fromMillis;
    for (CounterTrack.Gap gap : track.gaps(0, Long.MAX_VALUE)) {
      if (gap.toMillis() <= fromMillis) {
        continue;
      }
      if (!isBusy(gap)) {
        return until;
      }
      until = gap.toMillis();
    }
    return until;
  }

  /** Whether a gap shows work: more than an idle target's noise, and than can just be seen. */
  boolean isBusy(CounterTrack.Gap gap) {
    return gap.cores() > idleCores + 3 * gapSpreadCores;
  }

  /** The scrape inside a span that showed the last CPU above idle; empty if none did. */
  OptionalLong lastBusyMillis(long fromMillis, long toMillis) {
    return track.gaps(fromMillis, toMillis).stream()
        .filter(this::isBusy)
        .mapToLong(CounterTrack.Gap::toMillis)
        .max();
  }
}
