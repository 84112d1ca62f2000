package ratelab.exporter.group;

import java.util.Map;
import java.util.Optional;
import ratelab.exporter.proc.Stat;
import ratelab.exporter.rules.GroupKey;
import ratelab.exporter.rules.Membership;

/**
 * Decides about processes that no rule matches: they join their nearest grouped ancestor, found by
 * walking up over others that are just as unmatched.
 *
 * @param members by pid; those among {@code unmatched} do not count, as they are being judged anew
 * @param unmatched those to decide about, by pid
 */
record Ancestry(Map<Integer, Member> members, Strangers strangers, Map<Integer, Stat> unmatched) {

  /** What the ancestors say. */
  sealed interface Verdict {
    record Inherits(Membership membership) implements Verdict {}

    record Unrelated() implements Verdict {}

    /** An ancestor was born during the scan, or was unreadable: ask again at the next one. */
    record Undecided() implements Verdict {}
  }

  Verdict of(Stat process) {
    int parent = process.parentPid();
    // Stats read at different instants can form a ring, so the walk is bounded.
    for (int hop = 0; hop <= unmatched.size() && parent > 0; hop++) {
      Stat sibling = unmatched.get(parent);
      if (sibling != null) {
        parent = sibling.parentPid();
        continue;
      }
      Member member = members.get(parent);
      if (member != null) return inherited(member);
      if (strangers.contains(parent)) return new Verdict.Unrelated();
      return new Verdict.Undecided();
    }
    return new Verdict.Unrelated();
  }

  private static Verdict inherited(Member ancestor) {
    Optional<GroupKey> group = ancestor.membership().childrenGroup();
    return group.isPresent()
        ? new Verdict.Inherits(Membership.inherited(group.get()))
        : new Verdict.Unrelated();
  }
}
