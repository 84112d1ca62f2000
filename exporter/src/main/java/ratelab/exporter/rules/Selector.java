package ratelab.exporter.rules;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;

/** A condition that several entries may fulfil, any of which is enough. */
sealed interface Selector {
  boolean selects(Subject subject);

  /** Any of these command names, exactly as stat has them: 15 bytes at most. */
  record Comm(Set<String> names) implements Selector {
    @Override
    public boolean selects(Subject subject) {
      return names.contains(subject.candidate().comm());
    }
  }

  /**
   * Any of these programs, going by argv[0]: an entry with a slash must equal it, one without must
   * equal its last path element. Nothing matches a process without arguments.
   */
  record Exe(Set<String> entries) implements Selector {
    @Override
    public boolean selects(Subject subject) {
      return subject.program().isPresent() && isListed(subject.exeFull(), subject.exeBase());
    }

    /** An entry with a slash never equals a base name, but for the root itself. */
    private boolean isListed(String program, String base) {
      boolean byPath = program.contains("/") && entries.contains(program);
      boolean byName = !base.contains("/") && entries.contains(base);
      return byPath || byName;
    }
  }

  /** Any of these effective users: as {@code .Username} names them, or by uid. */
  record Users(Set<String> namesAndUids) implements Selector {
    @Override
    public boolean selects(Subject subject) {
      return namesAndUids.contains(subject.candidate().username())
          || namesAndUids.contains(Long.toString(subject.candidate().effectiveUid()));
    }
  }

  /** Any of these processes. */
  record Pids(Set<PidPattern> patterns) implements Selector {
    @Override
    public boolean selects(Subject subject) {
      for (PidPattern pattern : patterns) {
        if (pattern.matches(subject.candidate())) return true;
      }
      return false;
    }
  }

  /** Any of these patterns, found in the command line. */
  record AnyPattern(List<Pattern> patterns) implements Selector {
    @Override
    public boolean selects(Subject subject) {
      for (Pattern pattern : patterns) {
        if (pattern.matcher(subject.commandLine()).find()) return true;
      }
      return false;
    }
  }
}
