package ratelab.experiments.report.page;

import ratelab.experiments.analysis.Status;
import ratelab.experiments.report.markup.Element;
import ratelab.experiments.report.wording.Wording;

/** A status, told by sign, word and colour. */
public final class Badge {
  private Badge() {}

  /** The badge of a verdict. */
  public static Element of(Status status) {
    String sign =
        switch (status) {
          case PASS -> "✓ ";
          case FAIL -> "✗ ";
          case INCONCLUSIVE -> "? ";
        };
    return Element.of("span", "badge " + Wording.constant(status)).text(sign + status.name());
  }
}
