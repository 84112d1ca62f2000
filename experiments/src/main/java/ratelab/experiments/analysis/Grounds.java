package ratelab.experiments.analysis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ratelab.experiments.scenario.Doubt;

/**
 * The samples that a verdict rests on.
 *
 * @param spans not one sample of these may be in doubt
 * @param levels of these spans the mean rate is taken: a scrape that is missing, or late, moves it
 *     by nothing while half of them are sound, but not one may hold something else
 * @param mostOf of these spans a median is taken, so half of each has to be sound
 * @param unbroken whether the counter must not have begun anew in between
 * @param bears doubts that the verdict itself reckons with
 */
record Grounds(
    List<Span> spans, List<Span> levels, List<Span> mostOf, boolean unbroken, Set<Doubt> bears) {
  /** The load's counts, the calibration, the handler log: no scrape has a part in them. */
  static final Grounds NO_SAMPLES = samples();

  Grounds {
    spans = List.copyOf(spans);
    levels = List.copyOf(levels);
    mostOf = List.copyOf(mostOf);
    bears = Set.copyOf(bears);
  }

  static Grounds samples(Span... spans) {
    return new Grounds(List.of(spans), List.of(), List.of(), false, EnumSet.noneOf(Doubt.class));
  }

  Grounds andLevelOf(Span span) {
    return new Grounds(spans, and(levels, span), mostOf, unbroken, bears);
  }

  Grounds andMostOf(Span span) {
    return new Grounds(spans, levels, and(mostOf, span), unbroken, bears);
  }

  Grounds andUnbroken() {
    return new Grounds(spans, levels, mostOf, true, bears);
  }

  Grounds bearing(Set<Doubt> doubts) {
    return new Grounds(spans, levels, mostOf, unbroken, doubts);
  }

  private static List<Span> and(List<Span> spans, Span one) {
    List<Span> all = new ArrayList<>(spans);
    all.add(one);
    return all;
  }
}
