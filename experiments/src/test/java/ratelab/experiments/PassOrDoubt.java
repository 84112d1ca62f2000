package ratelab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import ratelab.experiments.analysis.Status;
import ratelab.experiments.analysis.Verdict;

/**
 * A verdict of a run that is played beside builds and other tests: right, or left open because this
 * machine could not scrape, calibrate or work in time. Never wrong, and never open for another
 * reason.
 */
public final class PassOrDoubt {
  private static final String BUSY =
      "(The samples that this rests on are in doubt\\.|The calibration's requests took "
          + "|The target got less than its limit).*";

  private PassOrDoubt() {}

  /** Asserts it. */
  public static void assertPassOrDoubt(Verdict verdict) {
    assertThat(verdict.status()).as("%s", verdict).isNotEqualTo(Status.FAIL);
    if (verdict.status() == Status.INCONCLUSIVE) {
      assertThat(verdict.reason()).as("%s", verdict).matches(BUSY);
    }
  }
}
