package ratelab.exporter.group;

import java.util.List;
import ratelab.exporter.proc.CommandLine;
import ratelab.exporter.proc.ProcessId;
import ratelab.exporter.proc.Stat;

/** Processes to match, as tests need them: pid 42, started at tick 7000. */
final class Candidates {
  private Candidates() {}

  static Candidate of(String comm, String... arguments) {
    return of(42, 7000, true, comm, arguments);
  }

  static Candidate of(
      int pid, long startTicks, boolean existedAtStart, String comm, String... arguments) {
    Stat stat = new Stat(new ProcessId(pid, startTicks), comm, 1, 0, 0, 1, 0, 0);
    return new Candidate(stat, new CommandLine(List.of(arguments)), "alice", existedAtStart);
  }
}
