package ratelab.exporter.rules;

import java.time.Instant;
import java.util.List;
import ratelab.exporter.proc.CommandLine;
import ratelab.exporter.proc.ProcessId;

/** Processes to match, as tests need them: pid 42, started at tick 7000. */
final class Candidates {
  private Candidates() {}

  static Candidate of(String comm, String... arguments) {
    return of(42, 7000, true, comm, arguments);
  }

  static Candidate of(
      int pid, long startTicks, boolean existedAtStart, String comm, String... arguments) {
    return new Candidate(
        new ProcessId(pid, startTicks),
        comm,
        new CommandLine(List.of(arguments)),
        1000,
        "alice",
        List.of("/", "/user.slice"),
        Instant.ofEpochSecond(1_700_000_070),
        existedAtStart);
  }
}
