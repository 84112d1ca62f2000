package ratelab.exporter.rules;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Regular expressions that must all be found in a command line; an empty list always matches. */
record CommandLinePatterns(List<CapturingPattern> patterns) {
  static final CommandLinePatterns NONE = new CommandLinePatterns(List.of());

  /** The key of process-exporter for captures without a name. */
  private static final String UNNAMED = "";

  /** A pattern and the name of each of its groups; group 0 is the whole match. */
  record CapturingPattern(Pattern pattern, List<String> groupNames) {
    static CapturingPattern of(Pattern pattern) {
      String[] names = new String[pattern.groupCount() + 1];
      Arrays.fill(names, UNNAMED);
      pattern.namedGroups().forEach((name, group) -> names[group] = name);
      return new CapturingPattern(pattern, List.of(names));
    }
  }

  static CommandLinePatterns of(List<Pattern> patterns) {
    return new CommandLinePatterns(patterns.stream().map(CapturingPattern::of).toList());
  }

  /**
   * Searches all patterns.
   *
   * @return the captures by name, "" for groups that took no part. Under the name "": what the last
   *     unnamed group of the last pattern captured, or without such a group its whole match.
   */
  Optional<SortedMap<String, String>> find(Subject subject) {
    if (patterns.isEmpty()) return Optional.of(Collections.emptySortedMap());
    SortedMap<String, String> captures = new TreeMap<>();
    for (CapturingPattern pattern : patterns) {
      Matcher matcher = pattern.pattern.matcher(subject.commandLine());
      if (!matcher.find()) return Optional.empty();
      collect(pattern, matcher, captures);
    }
    return Optional.of(captures);
  }

  private static void collect(
      CapturingPattern pattern, Matcher matcher, Map<String, String> captures) {
    for (int group = 0; group < pattern.groupNames.size(); group++) {
      String text = matcher.group(group);
      captures.put(pattern.groupNames.get(group), text == null ? "" : text);
    }
  }
}
