package ratelab.exporter.group;

import ratelab.exporter.proc.CommandLine;
import ratelab.exporter.proc.Stat;

/**
 * What the rules may ask about a process when it is first seen.
 *
 * @param username name of the effective user
 * @param existedAtStart whether it was there before the exporter's first scan
 */
record Candidate(Stat stat, CommandLine commandLine, String username, boolean existedAtStart) {
  /** argv[0], or the command name where there are no arguments. */
  String exeFull() {
    return commandLine.program().orElse(stat.comm());
  }

  String exeBase() {
    return commandLine.program().map(BaseName::of).orElse(stat.comm());
  }
}
