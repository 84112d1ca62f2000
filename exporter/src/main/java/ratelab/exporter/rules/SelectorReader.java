package ratelab.exporter.rules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ratelab.exporter.yaml.ConfigException;
import ratelab.exporter.yaml.YamlPlace;

/** Reads the lists of an item that select processes. */
final class SelectorReader {
  private static final String PID = "PID or PID@STARTTICKS, such as \"1234@567890\"";
  private static final String EXCLUDE =
      "a mapping of comm, exe, cmdline, users to lists, such as {users: [root]}";

  private SelectorReader() {}

  static Selector comm(YamlPlace list) throws ConfigException {
    return new Selector.Comm(texts(list, "a list of command names, such as [bash]"));
  }

  static Selector exe(YamlPlace list) throws ConfigException {
    return new Selector.Exe(texts(list, "a list of programs, such as [/bin/bash]"));
  }

  static Selector users(YamlPlace list) throws ConfigException {
    return new Selector.Users(texts(list, "a list of user names or uids, such as [root]"));
  }

  static Selector pids(YamlPlace list) throws ConfigException {
    Set<PidPattern> patterns = new LinkedHashSet<>();
    for (YamlPlace item : list.items("a list of " + PID)) {
      Optional<PidPattern> pattern = PidPattern.parse(item.text(PID));
      patterns.add(pattern.orElseThrow(() -> item.expected(PID)));
    }
    if (patterns.isEmpty()) throw list.expected("at least one " + PID);
    return new Selector.Pids(patterns);
  }

  /** Ours alone, so a key that is not known is a mistake here. */
  static List<Selector> exclusions(YamlPlace mapping) throws ConfigException {
    List<Selector> exclusions = new ArrayList<>();
    for (String key : mapping.keys(EXCLUDE)) {
      Optional<YamlPlace> list = mapping.child(key, EXCLUDE);
      if (list.isPresent()) exclusions.add(exclusion(key, list.get()));
    }
    if (exclusions.isEmpty()) throw mapping.expected(EXCLUDE);
    return List.copyOf(exclusions);
  }

  private static Selector exclusion(String key, YamlPlace list) throws ConfigException {
    return switch (key) {
      case "comm" -> comm(list);
      case "exe" -> exe(list);
      case "users" -> users(list);
      case "cmdline" -> new Selector.AnyPattern(patterns(list));
      default -> throw list.expected("one of the keys comm, exe, cmdline, users in its place");
    };
  }

  static List<Pattern> patterns(YamlPlace list) throws ConfigException {
    List<Pattern> patterns = new ArrayList<>();
    for (YamlPlace item : list.items("a list of regular expressions, such as [\"java .*\"]")) {
      patterns.add(pattern(item));
    }
    return List.copyOf(patterns);
  }

  private static Pattern pattern(YamlPlace item) throws ConfigException {
    String expectation = "a regular expression in RE2 syntax";
    try {
      return Pattern.compile(item.text(expectation));
    } catch (PatternSyntaxException e) {
      throw item.expected(expectation + " (" + e.getDescription() + ")");
    }
  }

  private static Set<String> texts(YamlPlace list, String expectation) throws ConfigException {
    Set<String> texts = new LinkedHashSet<>();
    for (YamlPlace item : list.items(expectation)) {
      texts.add(item.text("text"));
    }
    return texts;
  }
}
