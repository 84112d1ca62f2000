package ratelab.exporter.group;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import ratelab.exporter.proc.KeptProcess;
import ratelab.exporter.proc.Listing;
import ratelab.exporter.proc.Outcome;
import ratelab.exporter.proc.ProcessId;
import ratelab.exporter.proc.Procfs;
import ratelab.exporter.proc.Reading;
import ratelab.exporter.proc.Stat;
import ratelab.exporter.rules.GroupRules;
import ratelab.exporter.rules.Membership;
import ratelab.exporter.rules.Verdict;

/**
 * Everybody the procfs shows: the members of groups, and the strangers, who belong to none. A
 * process is its pid and its start time.
 */
final class Population {
  private final Procfs procfs;
  private final TrackingOptions options;
  private final Judge judge;
  private final Groups groups;
  private final GroupSummary summary;
  private final ErrorCounts errors;
  private final InstantSource clock;

  private final Map<Integer, Member> members = new HashMap<>();
  private final Strangers strangers = new Strangers();
  private GroupRules rules;
  private long watchingSinceTicks;
  private boolean watching;
  private boolean rulesAreNew;

  Population(
      Procfs procfs,
      TrackingOptions options,
      Judge judge,
      Groups groups,
      GroupSummary summary,
      ErrorCounts errors,
      InstantSource clock,
      GroupRules rules)
      throws IOException {
    this.procfs = procfs;
    this.options = options;
    this.judge = judge;
    this.groups = groups;
    this.summary = summary;
    this.errors = errors;
    this.clock = clock;
    this.rules = rules;
    this.watchingSinceTicks = procfs.ticksSinceBoot();
  }

  /** From here on, whoever is new was born under our eyes. */
  void watch() {
    watching = true;
  }

  /**
   * Everybody is judged anew in the next pass. What processes used before they join by these rules
   * does not count, as if the exporter had started with them.
   */
  void follow(GroupRules newer) throws IOException {
    rules = newer;
    rulesAreNew = true;
    strangers.clear();
    watchingSinceTicks = procfs.ticksSinceBoot();
  }

  /** Those who belong to a group, as they are now. */
  Collection<Member> members() {
    return Collections.unmodifiableCollection(members.values());
  }

  /** How many processes are remembered, in a group or not. */
  int size() {
    return members.size() + strangers.size();
  }

  /**
   * Reads everybody who is listed: members are measured, newcomers and whoever may have changed are
   * judged.
   */
  void pass(Listing listing) {
    PresentPids present = new PresentPids(listing);
    forgetAllBut(present);
    Map<Integer, Stat> unmatched = new LinkedHashMap<>();
    for (int i = 0; i < listing.size(); i++) {
      visit(listing.pid(i), listing.inode(i), unmatched);
    }
    Ancestry ancestry = new Ancestry(members, strangers, unmatched);
    unmatched.values().forEach(stat -> settle(stat, ancestry.of(stat), present));
    rulesAreNew = false;
  }

  private void forgetAllBut(PresentPids present) {
    strangers.retain(present);
    members
        .values()
        .removeIf(
            member -> {
              boolean isGone = !present.contains(member.id().pid());
              if (isGone) member.close();
              return isGone;
            });
  }

  private void visit(int pid, long inode, Map<Integer, Stat> unmatched) {
    Member member = members.get(pid);
    if (member != null && refresh(member, inode, unmatched)) return;
    Strangers.Stranger stranger = strangers.get(pid);
    boolean isSame = stranger != null && inode != 0 && inode == stranger.inode();
    if (stranger == null || !isSame) discover(pid, inode, stranger, unmatched);
    else if (isJudgedAgain(stranger)) judgeAgain(stranger, unmatched);
  }

  /** Reads a member again; false if its pid is another process's now. */
  private boolean refresh(Member member, long inode, Map<Integer, Stat> unmatched) {
    switch (member.measure()) {
      case Outcome.Found<Reading>(Reading reading) -> {
        if (!member.hasTaken(reading)) member.group().advance(member, reading);
        // Only now: what it used until here belongs to the group it was in.
        judgeAgain(member, inode, unmatched);
      }
      case Outcome.Failed<Reading>(String cause) -> errors.processUnreadable(cause);
      case Outcome.Denied<Reading>(String file) -> errors.processUnreadable(file);
      case Outcome.Gone<Reading>() -> leave(member);
    }
    return !member.isClosed();
  }

  private void judgeAgain(Member member, long inode, Map<Integer, Stat> unmatched) {
    boolean due = rulesAreNew || (member.ranSinceJudged() && isRechecked(member.stat()));
    if (!due) return;
    member.judged();
    switch (judge.judge(member.stat(), rules, existedAtStart(member.id())).orElse(null)) {
      case Verdict.Joins(Membership membership) -> move(member, membership);
      case Verdict.Excluded() -> expel(member, true, inode);
      case Verdict.Unmatched() -> unmatched.put(member.id().pid(), member.stat());
      case null -> {}
    }
  }

  private void judgeAgain(Strangers.Stranger stranger, Map<Integer, Stat> unmatched) {
    int pid = stranger.id().pid();
    if (stranger.hasRunSince(procfs.cpuNanos(pid)))
      discover(pid, stranger.inode(), null, unmatched);
    else if (!stranger.excluded()) unmatched.put(pid, stranger.stat());
  }

  /** Looks at a process about which nothing is known, or nothing any more. */
  private void discover(
      int pid, long inode, Strangers.@Nullable Stranger supposed, Map<Integer, Stat> unmatched) {
    switch (procfs.stat(pid)) {
      case Outcome.Found<Stat>(Stat stat) -> {
        boolean isSame = supposed != null && supposed.id().equals(stat.id());
        if (supposed != null && isSame && !isJudgedAgain(supposed)) {
          strangers.put(stranger(stat, inode, supposed.excluded()));
        } else {
          admit(stat, inode, unmatched);
        }
      }
      case Outcome.Failed<Stat>(String cause) -> errors.processUnreadable(cause);
      case Outcome.Denied<Stat>(String file) -> errors.processUnreadable(file);
      case Outcome.Gone<Stat>() -> strangers.remove(pid);
    }
  }

  /** Rules come first, for all of them: a match beats inheritance, and founds it for others. */
  private void admit(Stat stat, long inode, Map<Integer, Stat> unmatched) {
    Optional<Verdict> verdict = judge.judge(stat, rules, existedAtStart(stat.id()));
    if (verdict.isEmpty()) return;
    switch (verdict.get()) {
      case Verdict.Joins(Membership membership) -> join(stat.id(), membership);
      case Verdict.Excluded() -> strangers.put(stranger(stat, inode, true));
      case Verdict.Unmatched() -> unmatched.put(stat.id().pid(), stat);
    }
  }

  private void settle(Stat stat, Ancestry.Verdict verdict, PresentPids present) {
    int pid = stat.id().pid();
    Member member = members.get(pid);
    switch (verdict) {
      case Ancestry.Verdict.Inherits(Membership membership) -> {
        if (member == null) join(stat.id(), membership);
        else move(member, membership);
      }
      case Ancestry.Verdict.Unrelated() -> {
        if (member == null) strangers.put(stranger(stat, present.inodeOf(pid), false));
        else expel(member, false, present.inodeOf(pid));
      }
      case Ancestry.Verdict.Undecided() -> {}
    }
  }

  private void join(ProcessId id, Membership membership) {
    KeptProcess process = procfs.keep(id);
    switch (process.measure()) {
      case Outcome.Found<Reading>(Reading reading) -> {
        Group group = groups.of(membership.group());
        Member member =
            existedAtStart(id)
                ? Member.foundRunning(process, membership, group, reading, watchingSinceTicks)
                : Member.newborn(process, membership, group, reading, watchingSinceTicks);
        strangers.remove(id.pid());
        members.put(id.pid(), member);
        group.add(member);
        group.advance(member, reading);
        return;
      }
      case Outcome.Failed<Reading>(String cause) -> errors.processUnreadable(cause);
      case Outcome.Denied<Reading>(String file) -> errors.processUnreadable(file);
      case Outcome.Gone<Reading>() -> {}
    }
    process.close();
  }

  private void move(Member member, Membership membership) {
    if (membership.equals(member.membership())) return;
    member.moveTo(membership, groups.of(membership.group()));
  }

  private void leave(Member member) {
    members.remove(member.id().pid());
    member.close();
  }

  private void expel(Member member, boolean excluded, long inode) {
    leave(member);
    strangers.put(stranger(member.stat(), inode, excluded));
  }

  private Strangers.Stranger stranger(Stat stat, long inode, boolean excluded) {
    OptionalLong cpuNanos =
        judgesStrangersAgain() ? procfs.cpuNanos(stat.id().pid()) : OptionalLong.empty();
    return new Strangers.Stranger(stat, inode, cpuNanos, excluded);
  }

  /** Without inheritance process-exporter, too, asks about processes again that no rule matched. */
  private boolean judgesStrangersAgain() {
    return !(options.recheck() instanceof Recheck.Never) || !options.children();
  }

  private boolean isJudgedAgain(Strangers.Stranger stranger) {
    return !options.children() || isRechecked(stranger.stat());
  }

  private boolean isRechecked(Stat stat) {
    if (options.recheck() instanceof Recheck.Never) return false;
    Duration age = Duration.between(summary.startOf(stat.id()), clock.instant());
    return options.recheck().appliesAt(age);
  }

  private boolean existedAtStart(ProcessId id) {
    return !watching || id.startTicks() < watchingSinceTicks;
  }
}
