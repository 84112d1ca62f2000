package ratelab.exporter.rules;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A candidate under judgement: what several rules ask for is worked out once. */
final class Subject {
  private final Candidate candidate;
  private @Nullable String commandLine;
  private @Nullable String exeBase;

  Subject(Candidate candidate) {
    this.candidate = candidate;
  }

  Candidate candidate() {
    return candidate;
  }

  /** The arguments with single spaces between them. */
  String commandLine() {
    String joined = commandLine;
    if (joined == null) commandLine = joined = candidate.commandLine().joined();
    return joined;
  }

  Optional<String> program() {
    return candidate.commandLine().program();
  }

  /** argv[0], or the command name where there are no arguments. */
  String exeFull() {
    return program().orElse(candidate.comm());
  }

  /** The last path element of argv[0], or the command name where there are no arguments. */
  String exeBase() {
    String base = exeBase;
    if (base == null) exeBase = base = program().map(BaseName::of).orElse(candidate.comm());
    return base;
  }
}
