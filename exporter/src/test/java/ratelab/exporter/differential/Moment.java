package ratelab.exporter.differential;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ratelab.exporter.differential.Comparison.Observation;

/** One act of a comparison, and those before it. */
record Moment(Comparison comparison, int index) {
  /** Differences of binary fractions are never exact. */
  private static final double ROUNDING = 1e-9;

  Act act() {
    return comparison.observations().get(index).act();
  }

  Configuration configuration() {
    return comparison.configuration();
  }

  Bracket now() {
    return comparison.observations().get(index).bracket();
  }

  /** The acts up to this one. */
  Stream<Bracket> history() {
    return comparison.observations().subList(0, index + 1).stream().map(Observation::bracket);
  }

  Optional<Bracket> previous() {
    List<Observation> all = comparison.observations();
    return index == 0 ? Optional.empty() : Optional.of(all.get(index - 1).bracket());
  }

  /** Whether processes of this group come and go in this act. */
  boolean isInFlux(Series series) {
    String group = series.group();
    return act() == Act.CHURN && (group.contains("churner") || group.equals("zoo"));
  }

  /** Whether ours says of this series what the reference says. */
  boolean agrees(Series series) {
    if (isInFlux(series)) return isAlikeInFlux(series);
    Double ours = now().ours().samples().get(series);
    DoubleSummaryStatistics reference =
        Stream.of(now().before(), now().after())
            .flatMap(exposition -> Stream.ofNullable(exposition.samples().get(series)))
            .mapToDouble(value -> value)
            .summaryStatistics();
    if (ours == null) return reference.getCount() < 2;
    if (reference.getCount() == 0) return false;
    if (Restless.ticks(series)) return gainsAlike(series);
    double slack = Restless.isShare(series) ? Restless.SHARING * reference.getMax() : 0;
    return isBetween(ours, reference.getMin() - slack, reference.getMax() + slack);
  }

  private boolean isAlikeInFlux(Series series) {
    // Of those alive in that instant, and of those whom there was time to look at.
    if (series.family().startsWith("thread") || Restless.isShare(series)) return true;
    return now().before().samples().containsKey(series)
        == now().ours().samples().containsKey(series);
  }

  /** Whether what it gained since the previous act lies between what the reference saw at most. */
  private boolean gainsAlike(Series series) {
    if (previous().isEmpty()) return true;
    Bracket then = previous().get();
    if (!then.ours().samples().containsKey(series)) return true;
    double gain = now().ours().valueOrZero(series) - then.ours().valueOrZero(series);
    double least = now().before().valueOrZero(series) - then.after().valueOrZero(series);
    double most = now().after().valueOrZero(series) - then.before().valueOrZero(series);
    return isBetween(gain, Math.min(least, most) - ROUNDING, Math.max(least, most) + ROUNDING);
  }

  private static boolean isBetween(double value, double one, double other) {
    return value >= Math.min(one, other) && value <= Math.max(one, other);
  }
}
