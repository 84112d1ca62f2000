package ratelab.exporter.group;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ratelab.exporter.proc.Reading;
import ratelab.exporter.rules.GroupKey;

/**
 * A group with its members and totals. Its state is summed up anew only after something changed, so
 * that an idle group costs nothing.
 */
final class Group {
  private final GroupKey key;
  private final GroupTotals totals = new GroupTotals();
  private final Set<Member> members = new LinkedHashSet<>();
  private boolean clockWasRead;
  private boolean ioWasRead;
  private @Nullable GroupState state;

  private Group(GroupKey key, boolean clockWasRead, boolean ioWasRead) {
    this.key = key;
    this.clockWasRead = clockWasRead;
    this.ioWasRead = ioWasRead;
  }

  /** A group that its first member founds. */
  static Group founded(GroupKey key) {
    return new Group(key, false, false);
  }

  /** A group that nobody has joined yet: all that it used is 0, as far as it could be read. */
  static Group unseen(GroupKey key, boolean clockIsReadable) {
    return new Group(key, clockIsReadable, true);
  }

  /** Adds a member, whose reading so far has been counted as the rules of first sight say. */
  void add(Member member) {
    members.add(member);
    state = null;
  }

  void remove(Member member) {
    members.remove(member);
    state = null;
  }

  /** Takes a newer reading of a member. */
  void advance(Member member, Reading newer) {
    member.advance(newer, totals);
    clockWasRead |= member.clockIsKnown();
    ioWasRead |= member.ioIsKnown();
    state = null;
  }

  void sample(Member member, Member.Sampled newer) {
    member.sample(newer);
    state = null;
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  Collection<Member> members() {
    return members;
  }

  GroupState state(GroupSummary summary) {
    GroupState current = state;
    if (current == null) {
      current = summary.of(this);
      state = current;
    }
    return current;
  }

  GroupKey key() {
    return key;
  }

  GroupTotals totals() {
    return totals;
  }

  /** Whether the precise clock of every member is known: else the sum is not. */
  boolean clockIsKnown() {
    return clockWasRead && members.stream().allMatch(Member::clockIsKnown);
  }

  boolean ioIsKnown() {
    return ioWasRead && members.stream().allMatch(Member::ioIsKnown);
  }
}
