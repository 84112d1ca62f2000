package ratelab.exporter.group;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import ratelab.exporter.proc.CommandLine;
import ratelab.exporter.proc.IoBytes;
import ratelab.exporter.proc.Outcome;
import ratelab.exporter.proc.Procfs;
import ratelab.exporter.proc.Reading;
import ratelab.exporter.proc.Stat;
import ratelab.exporter.proc.Status;
import ratelab.exporter.proc.UserNames;

/** Describes the members of a group for people; reads command lines, as scans do not keep them. */
record ProcessStates(Procfs procfs, UserNames users, GroupSummary summary) {
  List<ProcessState> of(Group group) {
    return group.members().stream()
        .map(this::of)
        .sorted(Comparator.comparingInt(process -> process.id().pid()))
        .toList();
  }

  private ProcessState of(Member member) {
    Reading reading = member.reading();
    Stat stat = reading.stat();
    boolean hasIo = reading.io() instanceof Outcome.Found<IoBytes>;
    return new ProcessState(
        stat.id(),
        stat.comm(),
        procfs.commandLine(stat.id().pid())
                instanceof Outcome.Found<CommandLine>(CommandLine arguments)
            ? arguments.joined()
            : "",
        reading.status() instanceof Outcome.Found<Status>(Status status)
            ? users.nameOf(status.effectiveUid())
            : "",
        stat.state(),
        stat.threads(),
        stat.residentPages() * summary.units().pageBytes(),
        member.cpuNanos().orElse(summary.nanos(stat)),
        summary.startOf(stat.id()).getEpochSecond(),
        hasIo ? OptionalLong.of(io(reading).read()) : OptionalLong.empty(),
        hasIo ? OptionalLong.of(io(reading).written()) : OptionalLong.empty());
  }

  private static IoBytes io(Reading reading) {
    return ((Outcome.Found<IoBytes>) reading.io()).value();
  }
}
