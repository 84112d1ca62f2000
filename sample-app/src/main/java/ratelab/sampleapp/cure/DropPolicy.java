package ratelab.sampleapp.cure;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Decides, when a request's turn comes, whether anybody still needs its answer. */
public final class DropPolicy implements AutoCloseable {
  private final Set<DropReason> reasons;
  private final HangUps hangUps = new HangUps();

  /**
   * A policy.
   *
   * @param reasons for which a request is dropped; none drops nothing
   */
  public DropPolicy(Set<DropReason> reasons) {
    this.reasons = Set.copyOf(reasons);
  }

  /** Why the work is no longer wanted at this instant; empty if it is. */
  public Optional<DropReason> reasonToDrop(Waiting request, Instant now) {
    if (reasons.contains(DropReason.DEADLINE)
        && request.deadline().filter(now::isAfter).isPresent()) {
      return Optional.of(DropReason.DEADLINE);
    }
    if (reasons.contains(DropReason.GONE) && hangUps.hasHungUp(request.client())) {
      return Optional.of(DropReason.GONE);
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    hangUps.close();
  }
}
