package ratelab.exporter.group;

import java.util.Map;
import java.util.Optional;
import ratelab.exporter.proc.ProcessId;
import ratelab.exporter.proc.Stat;

/**
 * Decides about processes that no rule matches: they join their nearest grouped ancestor, found by
 * walking up over others that are just as new and unmatched.
 */
record Ancestry(
    Map<Integer, Member> members, Map<Integer, ProcessId> ignored, Map<Integer, Stat> unmatched) {

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
      Member member = members.get(parent);
      if (member != null) return inherited(member);
      if (ignored.containsKey(parent)) return new Verdict.Unrelated();
      Stat sibling = unmatched.get(parent);
      if (sibling == null) return new Verdict.Undecided();
      parent = sibling.parentPid();
    }
    return new Verdict.Unrelated();
  }

  private static Verdict inherited(Member ancestor) {
    Optional<String> group = ancestor.membership().childrenGroup();
    return group.isPresent()
        ? new Verdict.Inherits(Membership.inherited(group.get()))
        : new Verdict.Unrelated();
  }
}
