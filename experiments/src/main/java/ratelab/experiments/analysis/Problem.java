package ratelab.experiments.analysis;

import java.util.List;
import ratelab.experiments.scenario.Doubt;

/**
 * Why a run can not be judged.
 *
 * @param doubt the kind
 * @param text cause and remedy, for people
 * @param spans when the target's samples are not to be trusted for it
 */
record Problem(Doubt doubt, String text, List<Span> spans) {
  Problem {
    spans = List.copyOf(spans);
  }
}
