package ratelab.experiments.analysis;

import java.time.Duration;
import java.util.Locale;

/** How values are said in answers and verdicts: the same in every locale. */
final class Phrase {
  private Phrase() {}

  /** {@code 71.1 s}. */
  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
