package ratelab.exporter.rules;

import java.time.Instant;
import java.util.List;
import ratelab.exporter.proc.CommandLine;
import ratelab.exporter.proc.ProcessId;

/**
 * What the rules may ask about a process when they judge it.
 *
 * @param comm the command name, at most 15 bytes
 * @param username name of the effective user, or its uid where it has none
 * @param cgroups paths in the order of {@code /proc/PID/cgroup}; empty where nobody asks for them
 *     or they cannot be read
 * @param startTime to the kernel's tick
 * @param existedAtStart whether it was there before the exporter's first scan
 */
public record Candidate(
    ProcessId id,
    String comm,
    CommandLine commandLine,
    long effectiveUid,
    String username,
    List<String> cgroups,
    Instant startTime,
    boolean existedAtStart) {
  public Candidate {
    cgroups = List.copyOf(cgroups);
  }
}
