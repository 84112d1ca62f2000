package ratelab.exporter.group;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Regular expressions that must all be found in a command line; an empty list always matches. */
record CommandLinePatterns(List<Pattern> patterns) {
  static final CommandLinePatterns NONE = new CommandLinePatterns(List.of());

  /** The key of process-exporter for captures without a name. */
  private static final String UNNAMED = "";

  /**
   * Searches all patterns.
   *
   * @return the captures by name, "" for groups that took no part. Under the name "": what the last
   *     unnamed group of the last pattern captured, or without such a group its whole match.
   */
  Optional<Map<String, String>> find(String commandLine) {
    Map<String, String> captures = new TreeMap<>();
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(commandLine);
      if (!matcher.find()) return Optional.empty();
      collect(matcher, captures);
    }
    return Optional.of(captures);
  }

  private static void collect(Matcher matcher, Map<String, String> captures) {
    Map<Integer, String> names = new HashMap<>();
    matcher.pattern().namedGroups().forEach((name, group) -> names.put(group, name));
    for (int group = 0; group <= matcher.groupCount(); group++) {
      String text = matcher.group(group);
      captures.put(names.getOrDefault(group, UNNAMED), text == null ? "" : text);
    }
  }
}
