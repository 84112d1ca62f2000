package ratelab.exporter.rules;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One process by pid, never another one that is given the same pid later.
 *
 * @param startTicks its start time as in stat; without one, the process meant is that which had the
 *     pid when the exporter started
 */
record PidPattern(int pid, OptionalLong startTicks) {
  private static final Pattern SYNTAX = Pattern.compile("([1-9][0-9]{0,8})(?:@([0-9]{1,18}))?");

  /** Parses {@code PID} or {@code PID@STARTTICKS}. */
  static Optional<PidPattern> parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) return Optional.empty();
    String ticks = matcher.group(2);
    OptionalLong startTicks =
        ticks == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(ticks));
    return Optional.of(new PidPattern(Integer.parseInt(matcher.group(1)), startTicks));
  }

  boolean matches(Candidate candidate) {
    if (candidate.id().pid() != pid) return false;
    return startTicks.isPresent()
        ? startTicks.getAsLong() == candidate.id().startTicks()
        : candidate.existedAtStart();
  }
}
