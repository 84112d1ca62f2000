package ratelab.experiments.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ratelab.experiments.analysis.shape.CpuPulse;
import ratelab.experiments.analysis.shape.Sway;

/**
 * Finds the pulse of CPU inside a span: from its first gap of work to its last, and what joins them
 * without a pause. An idle target's stray moment of housekeeping, long before or after, is none of
 * it.
 */
final class Pulses {
  private static final double LEAST_SPREADS = 5;
  private static final double SEEN_SHARE = 1.0 / 20;

  private Pulses() {}

  static Optional<CpuPulse> of(Signal signal, long fromMillis, long toMillis) {
    double busy =
        signal.idleCores()
            + Math.max(
                LEAST_SPREADS * signal.measuredSpreadCores(), SEEN_SHARE * signal.signalCores());
    // The gap that holds the span's begin may hold the pulse's, too.
    List<CounterTrack.Gap> gaps =
        signal.track().gaps(Long.MIN_VALUE, toMillis).stream()
            .filter(gap -> gap.toMillis() > fromMillis)
            .toList();
    int first = firstOf(gaps, signal, busy);
    int last = gaps.size() - 1 - firstOf(gaps.reversed(), signal, busy);
    return last < first
        ? Optional.empty()
        : Optional.of(pulse(gaps.subList(first, last + 1), signal.idleCores()));
  }

  /** The first gap of work, or as far before it as all gaps are busy; their number if none is. */
  private static int firstOf(List<CounterTrack.Gap> gaps, Signal signal, double busyCores) {
    int first = 0;
    while (first < gaps.size() && !signal.isBusy(gaps.get(first))) {
      first++;
    }
    while (first > 0 && first < gaps.size() && gaps.get(first - 1).cores() > busyCores) {
      first--;
    }
    return first;
  }

  private static CpuPulse pulse(List<CounterTrack.Gap> gaps, double idleCores) {
    // The outer gaps hold the pulse's edges; only those between them are of its height.
    List<CounterTrack.Gap> inner = gaps.size() > 2 ? gaps.subList(1, gaps.size() - 1) : gaps;
    double cores = cpuSeconds(inner, idleCores) / seconds(inner);
    return new CpuPulse(
        gaps.getFirst().fromMillis(),
        gaps.getFirst().toMillis(),
        gaps.getLast().fromMillis(),
        gaps.getLast().toMillis(),
        centreMillis(gaps, idleCores),
        cores,
        cpuSeconds(gaps, idleCores),
        idleCores,
        cores > 0 ? sway(gaps, idleCores, cores) : Sway.NONE);
  }

  /** Where inside its outer gaps a pulse lies is not known: they count for what does not fit in. */
  private static Sway sway(List<CounterTrack.Gap> gaps, double idleCores, double cores) {
    List<Sway.Point> points = new ArrayList<>();
    double ahead = 0;
    points.add(new Sway.Point(gaps.getFirst().fromMillis(), ahead));
    for (int i = 0; i < gaps.size(); i++) {
      CounterTrack.Gap gap = gaps.get(i);
      double more = 1000 * seconds(gap) * ((gap.cores() - idleCores) / cores - 1);
      boolean outer = i == 0 || i == gaps.size() - 1;
      ahead += outer ? Math.max(0, more) : more;
      points.add(new Sway.Point(gap.toMillis(), ahead));
    }
    return new Sway(points);
  }

  /** Each gap's CPU time is taken to have been spent at its middle. */
  private static double centreMillis(List<CounterTrack.Gap> gaps, double idleCores) {
    double from = gaps.getFirst().fromMillis();
    double moment =
        gaps.stream()
            .mapToDouble(
                g ->
                    (g.cores() - idleCores)
                        * seconds(g)
                        * ((g.fromMillis() - from + g.toMillis() - from) / 2))
            .sum();
    return from + moment / cpuSeconds(gaps, idleCores);
  }

  private static double cpuSeconds(List<CounterTrack.Gap> gaps, double idleCores) {
    return gaps.stream().mapToDouble(g -> (g.cores() - idleCores) * seconds(g)).sum();
  }

  private static double seconds(List<CounterTrack.Gap> gaps) {
    return gaps.stream().mapToDouble(Pulses::seconds).sum();
  }

  private static double seconds(CounterTrack.Gap gap) {
    return (gap.toMillis() - gap.fromMillis()) / 1000.0;
  }
}
