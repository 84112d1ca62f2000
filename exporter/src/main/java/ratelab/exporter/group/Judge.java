package ratelab.exporter.group;

import java.util.List;
import java.util.Optional;
import ratelab.exporter.proc.CommandLine;
import ratelab.exporter.proc.Outcome;
import ratelab.exporter.proc.Procfs;
import ratelab.exporter.proc.Stat;
import ratelab.exporter.proc.Status;
import ratelab.exporter.proc.UserNames;
import ratelab.exporter.rules.Candidate;
import ratelab.exporter.rules.GroupRules;
import ratelab.exporter.rules.Verdict;

/** Reads of a process what the rules ask for, and lets them judge. */
final class Judge {
  private final Procfs procfs;
  private final UserNames users;
  private final ErrorCounts errors;
  private final GroupSummary summary;

  Judge(Procfs procfs, UserNames users, ErrorCounts errors, GroupSummary summary) {
    this.procfs = procfs;
    this.users = users;
    this.errors = errors;
    this.summary = summary;
  }

  /** Empty if the process vanished, or if it could not be read: then the next scan asks again. */
  Optional<Verdict> judge(Stat stat, GroupRules rules, boolean existedAtStart) {
    int pid = stat.id().pid();
    Outcome<CommandLine> commandLine = procfs.commandLine(pid);
    Outcome<Status> status = procfs.status(pid);
    boolean unreadable = errors.failed(Part.CMDLINE, commandLine);
    unreadable |= errors.failed(Part.STATUS, status);
    if (unreadable) errors.partial();
    if (!(commandLine instanceof Outcome.Found<CommandLine>(CommandLine arguments))
        || !(status instanceof Outcome.Found<Status>(Status found))) {
      return Optional.empty();
    }
    return Optional.of(
        rules.judge(
            new Candidate(
                stat.id(),
                stat.comm(),
                arguments,
                found.effectiveUid(),
                users.nameOf(found.effectiveUid()),
                rules.needsCgroups() ? cgroups(pid) : List.of(),
                summary.startOf(stat.id()),
                existedAtStart)));
  }

  private List<String> cgroups(int pid) {
    return procfs.cgroups(pid) instanceof Outcome.Found<List<String>>(List<String> paths)
        ? paths
        : List.of();
  }
}
