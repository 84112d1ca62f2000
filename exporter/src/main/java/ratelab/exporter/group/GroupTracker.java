package ratelab.exporter.group;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ratelab.exporter.proc.CommandLine;
import ratelab.exporter.proc.Outcome;
import ratelab.exporter.proc.ProcessId;
import ratelab.exporter.proc.Procfs;
import ratelab.exporter.proc.Reading;
import ratelab.exporter.proc.Stat;
import ratelab.exporter.proc.Status;
import ratelab.exporter.proc.UserNames;

/**
 * Follows processes from scan to scan. A process is its pid and its start time; a counter of a
 * group is a sum of differences, so that it survives its members, a reused pid and a failed read.
 * One thread at a time.
 */
public final class GroupTracker {
  private final Procfs procfs;
  private final GroupRules rules;
  private final UserNames users;
  private final long watchingSinceTicks;
  private final GroupSummary summary;
  private final ErrorCounts errors = new ErrorCounts();

  private final Map<Integer, Member> members = new HashMap<>();
  private final Map<Integer, ProcessId> ignored = new HashMap<>();
  private final SortedMap<String, GroupTotals> groups = new TreeMap<>();
  private boolean watching;

  private GroupTracker(Procfs procfs, GroupRules rules, UserNames users) throws IOException {
    this.procfs = procfs;
    this.rules = rules;
    this.users = users;
    this.watchingSinceTicks = procfs.ticksSinceBoot();
    this.summary = new GroupSummary(procfs.units(), procfs.bootEpochSeconds());
  }

  /**
   * Starts with a first scan, at which all counters are 0.
   *
   * @throws IOException if the processes cannot be listed
   */
  public static GroupTracker start(Procfs procfs, GroupRules rules, UserNames users)
      throws IOException {
    GroupTracker tracker = new GroupTracker(procfs, rules, users);
    tracker.pass(procfs.pids());
    tracker.watching = true;
    return tracker;
  }

  /** Reads all processes once; one that cannot be read keeps the values last known. */
  public GroupScan scan() {
    try {
      pass(procfs.pids());
      return new GroupScan(groupStates(), errors.totals());
    } catch (IOException e) {
      errors.scanFailed(String.valueOf(e.getMessage()));
      return new GroupScan(List.of(), errors.totals());
    }
  }

  private void pass(int[] pids) {
    Map<Integer, Stat> newcomers = new LinkedHashMap<>();
    for (int pid : pids) {
      if (!refresh(pid)) discover(pid).ifPresent(stat -> newcomers.put(pid, stat));
    }
    Set<Integer> present = IntStream.of(pids).boxed().collect(Collectors.toSet());
    members.keySet().retainAll(present);
    ignored.keySet().retainAll(present);
    admit(newcomers.values());
  }

  /** Reads a member again; false if the pid has none, any more or at all. */
  private boolean refresh(int pid) {
    Member member = members.get(pid);
    if (member == null) return false;
    switch (procfs.measure(member.id())) {
      case Outcome.Found<Reading>(Reading reading) -> advance(member, reading);
      case Outcome.Failed<Reading>(String cause) -> errors.processUnreadable(cause);
      case Outcome.Gone<Reading>() -> members.remove(pid);
    }
    return members.containsKey(pid);
  }

  /** The process, if it is one about which nothing has been decided yet. */
  private Optional<Stat> discover(int pid) {
    switch (procfs.stat(pid)) {
      case Outcome.Found<Stat>(Stat stat) -> {
        if (!Objects.equals(ignored.get(pid), stat.id())) return Optional.of(stat);
      }
      case Outcome.Failed<Stat>(String cause) -> errors.processUnreadable(cause);
      case Outcome.Gone<Stat>() -> ignored.remove(pid);
    }
    return Optional.empty();
  }

  /** Rules come first, for all of them: a match beats inheritance, and founds it for others. */
  private void admit(Iterable<Stat> newcomers) {
    Map<Integer, Stat> unmatched = new LinkedHashMap<>();
    for (Stat stat : newcomers) {
      Optional<Candidate> candidate = candidate(stat);
      if (candidate.isEmpty()) continue;
      rules
          .match(candidate.get())
          .ifPresentOrElse(
              membership -> join(stat.id(), membership),
              () -> unmatched.put(stat.id().pid(), stat));
    }
    Ancestry ancestry = new Ancestry(members, ignored, unmatched);
    unmatched.values().forEach(stat -> settle(stat.id(), ancestry.of(stat)));
  }

  private void settle(ProcessId id, Ancestry.Verdict verdict) {
    switch (verdict) {
      case Ancestry.Verdict.Inherits(Membership membership) -> join(id, membership);
      case Ancestry.Verdict.Unrelated() -> ignored.put(id.pid(), id);
      case Ancestry.Verdict.Undecided() -> {}
    }
  }

  /** Empty if the process vanished, or if it could not be read: then the next scan asks again. */
  private Optional<Candidate> candidate(Stat stat) {
    int pid = stat.id().pid();
    Outcome<Candidate> outcome =
        procfs
            .commandLine(pid)
            .then(
                commandLine ->
                    procfs.status(pid).then(status -> candidate(stat, commandLine, status)));
    return switch (outcome) {
      case Outcome.Found<Candidate>(Candidate candidate) -> Optional.of(candidate);
      case Outcome.Gone<Candidate>() -> Optional.empty();
      case Outcome.Failed<Candidate>(String cause) -> {
        errors.partUnreadable(cause);
        yield Optional.empty();
      }
    };
  }

  private Outcome<Candidate> candidate(Stat stat, CommandLine commandLine, Status status) {
    String username = users.nameOf(status.effectiveUid());
    return new Outcome.Found<>(
        new Candidate(stat, commandLine, username, existedAtStart(stat.id())));
  }

  private void join(ProcessId id, Membership membership) {
    switch (procfs.measure(id)) {
      case Outcome.Found<Reading>(Reading reading) -> {
        Member member =
            existedAtStart(id)
                ? Member.foundRunning(membership, reading)
                : Member.newborn(membership, reading);
        members.put(id.pid(), member);
        advance(member, reading);
      }
      case Outcome.Failed<Reading>(String cause) -> errors.processUnreadable(cause);
      case Outcome.Gone<Reading>() -> {}
    }
  }

  private void advance(Member member, Reading reading) {
    if (reading.status() instanceof Outcome.Failed<Status>(String cause)) {
      errors.partUnreadable(cause);
    }
    String group = member.membership().group();
    member.advance(reading, groups.computeIfAbsent(group, name -> new GroupTotals()));
  }

  private boolean existedAtStart(ProcessId id) {
    return !watching || id.startTicks() < watchingSinceTicks;
  }

  private List<GroupState> groupStates() {
    Map<String, List<Member>> byGroup =
        members.values().stream()
            .collect(Collectors.groupingBy(member -> member.membership().group()));
    List<GroupState> states = new ArrayList<>();
    groups.forEach(
        (name, totals) ->
            states.add(summary.of(name, totals, byGroup.getOrDefault(name, List.of()))));
    return states;
  }
}
