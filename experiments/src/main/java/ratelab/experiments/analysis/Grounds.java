package ratelab.experiments.analysis;

import java.util.List;
import java.util.Optional;

/**
 * The samples that a verdict rests on.
 *
 * @param spans not one sample of these may be in doubt
 * @param mostOf of this span a median is taken, so half of it has to be sound
 * @param unbroken whether the counter must not have begun anew in between
 */
record Grounds(List<Span> spans, Optional<Span> mostOf, boolean unbroken) {
  /** The load's counts, the calibration, the handler log: no scrape has a part in them. */
  static final Grounds NO_SAMPLES = new Grounds(List.of(), Optional.empty(), false);

  Grounds {
    spans = List.copyOf(spans);
  }

  static Grounds samples(Span... spans) {
    return new Grounds(List.of(spans), Optional.empty(), false);
  }

  Grounds andMostOf(Span span) {
    return new Grounds(spans, Optional.of(span), unbroken);
  }

  Grounds andUnbroken() {
    return new Grounds(spans, mostOf, true);
  }
}
