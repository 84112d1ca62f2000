package ratelab.experiments.scenario;

import java.util.OptionalInt;

/**
 * Which requests a target works on.
 *
 * @param queue how many may wait for their turn; one more is answered with 503 at once. Empty: any
 *     number
 * @param drop which of those that waited are left undone when their turn comes
 */
public record Admission(OptionalInt queue, Drop drop) {
  /** Everything that was sent is worked off, as most servers do. */
  public static final Admission ALL = new Admission(OptionalInt.empty(), Drop.NEVER);
}
