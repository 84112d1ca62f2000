package ratelab.exporter.group;

import java.util.Set;

/** One condition of a rule. */
sealed interface Selector {
  boolean selects(Candidate candidate);

  /** Any of these command names, exactly as stat has them: 15 bytes at most. */
  record Comm(Set<String> names) implements Selector {
    @Override
    public boolean selects(Candidate candidate) {
      return names.contains(candidate.stat().comm());
    }
  }

  /**
   * Any of these programs, going by argv[0]: an entry with a slash must equal it, one without must
   * equal its last path element. Nothing matches a process without arguments.
   */
  record Exe(Set<String> entries) implements Selector {
    @Override
    public boolean selects(Candidate candidate) {
      return candidate.commandLine().program().filter(this::isListed).isPresent();
    }

    /** An entry with a slash never equals a base name, but for the root itself. */
    private boolean isListed(String program) {
      String base = BaseName.of(program);
      boolean byPath = program.contains("/") && entries.contains(program);
      boolean byName = !base.contains("/") && entries.contains(base);
      return byPath || byName;
    }
  }

  /** Any of these processes. */
  record Pids(Set<PidPattern> patterns) implements Selector {
    @Override
    public boolean selects(Candidate candidate) {
      return patterns.stream().anyMatch(pattern -> pattern.matches(candidate));
    }
  }
}
