package ratelab.exporter.rules;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import ratelab.exporter.yaml.ConfigException;

/**
 * Groups by command name, as {@code -procnames} and {@code -namemapping} define them. A name
 * without a pattern is a group; one with a pattern is a group for each text that the first group of
 * the pattern which is not empty captures.
 *
 * @param patterns by command name; searched in the command line
 */
public record NameMapping(Map<String, Optional<Pattern>> patterns) implements Rule {
  public NameMapping {
    patterns = Map.copyOf(patterns);
  }

  /**
   * Parses the values of the two flags; a name that both contain has its pattern.
   *
   * @throws ConfigException with a message for the user
   */
  public static NameMapping parse(String procnames, String namemapping) throws ConfigException {
    Map<String, Optional<Pattern>> patterns = new TreeMap<>();
    for (String name : procnames.split(",", -1)) {
      if (!name.isEmpty()) patterns.put(name, Optional.empty());
    }
    if (!namemapping.isEmpty()) addPairs(namemapping.split(",", -1), patterns);
    return new NameMapping(patterns);
  }

  private static void addPairs(String[] tokens, Map<String, Optional<Pattern>> patterns)
      throws ConfigException {
    if (tokens.length % 2 != 0) {
      throw wrong(
          "found "
              + tokens.length
              + " parts between commas; the last name lacks its regular expression, or one contains"
              + " a comma, which only a file of -config.path can hold");
    }
    for (int i = 0; i < tokens.length; i += 2) {
      if (tokens[i].isEmpty()) throw wrong("part " + (i + 1) + ", a name, is empty");
      if (tokens[i + 1].isEmpty()) {
        throw wrong("part " + (i + 2) + ", the regular expression of " + tokens[i] + ", is empty");
      }
      patterns.put(tokens[i], Optional.of(pattern(tokens[i], tokens[i + 1])));
    }
  }

  private static Pattern pattern(String name, String expression) throws ConfigException {
    try {
      return Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw wrong(
          "\"%s\", for %s, is no regular expression in RE2 syntax (%s)"
              .formatted(expression, name, e.getDescription()));
    }
  }

  private static ConfigException wrong(String what) {
    return new ConfigException("-namemapping: expected NAME,REGEX,NAME,REGEX: " + what);
  }

  /** None, if no name was given at all. */
  List<Rule> rules() {
    return patterns.isEmpty() ? List.of() : List.of(this);
  }

  @Override
  public Optional<Verdict> judge(Subject subject, boolean childrenInherit) {
    String comm = subject.candidate().comm();
    Optional<Pattern> pattern = patterns.get(comm);
    if (pattern == null) return Optional.empty();
    return (pattern.isEmpty() ? Optional.of(comm) : captured(comm, pattern.get(), subject))
        .map(GroupKey::of)
        .map(group -> joins(group, childrenInherit));
  }

  private static Verdict joins(GroupKey group, boolean childrenInherit) {
    return new Verdict.Joins(
        new Membership(group, childrenInherit ? Optional.of(group) : Optional.empty()));
  }

  private static Optional<String> captured(String comm, Pattern pattern, Subject subject) {
    Matcher matcher = pattern.matcher(subject.commandLine());
    if (!matcher.find()) return Optional.empty();
    for (int group = 1; group <= matcher.groupCount(); group++) {
      String text = matcher.group(group);
      if (text != null && !text.isEmpty()) return Optional.of(comm + ":" + text);
    }
    return Optional.empty();
  }

  @Override
  public Stream<GroupKey> fixedGroups() {
    return patterns.entrySet().stream()
        .filter(mapped -> mapped.getValue().isEmpty())
        .map(mapped -> GroupKey.of(mapped.getKey()));
  }

  @Override
  public boolean uses(ProcessField field) {
    return field == ProcessField.COMM;
  }
}
