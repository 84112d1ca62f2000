package ratelab.exporter;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Command line flags as Go's package flag has them: one dash or two, {@code -f v} or {@code -f=v},
 * but booleans only as {@code -f} or {@code -f=v}; the first other argument ends them.
 */
final class GoFlags {
  private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");
  private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "FALSE", "False");
  private static final Set<String> HELP = Set.of("h", "help");

  private static final int USAGE_WIDTH = 80;
  private static final String INDENTED_LINE = "\n        ";

  private enum Kind {
    TEXT,
    BOOLEAN,
    DURATION
  }

  private record Flag(Kind kind, String placeholder, String initial, String help) {}

  private record Section(String title, List<String> names) {}

  private final Map<String, Flag> flags = new LinkedHashMap<>();
  private final List<Section> sections = new ArrayList<>();

  /** Begins a section of the usage text; the flags that follow belong to it. */
  GoFlags section(String title) {
    sections.add(new Section(title, new ArrayList<>()));
    return this;
  }

  GoFlags text(String name, String placeholder, String initial, String help) {
    return add(name, new Flag(Kind.TEXT, placeholder, initial, help));
  }

  GoFlags bool(String name, boolean initial, String help) {
    return add(name, new Flag(Kind.BOOLEAN, "", Boolean.toString(initial), help));
  }

  /** A length of time in Go's syntax; 0, the initial value, is none. */
  GoFlags duration(String name, String help) {
    return add(name, new Flag(Kind.DURATION, "DURATION", "", help));
  }

  private GoFlags add(String name, Flag flag) {
    flags.put(name, flag);
    sections.getLast().names.add(name);
    return this;
  }

  /**
   * Every flag's value, and the arguments after the flags.
   *
   * @param helpAsked whether -h or -help was met, which ends the flags at once
   */
  record Parsed(Map<String, String> values, List<String> rest, boolean helpAsked) {
    String text(String name) {
      return Objects.requireNonNull(values.get(name), name);
    }

    /** The text, unless it is empty. */
    Optional<String> given(String name) {
      return Optional.of(text(name)).filter(value -> !value.isEmpty());
    }

    boolean bool(String name) {
      return Boolean.parseBoolean(text(name));
    }

    /** The length of time, unless it is 0. */
    Optional<Duration> duration(String name) {
      return given(name).flatMap(GoDuration::parse).filter(Duration::isPositive);
    }
  }

  /**
   * Parses the arguments.
   *
   * @throws UsageException for an unknown flag, a missing value, or one of the wrong kind
   */
  Parsed parse(List<String> arguments) throws UsageException {
    Map<String, String> values = new HashMap<>();
    flags.forEach((name, flag) -> values.put(name, flag.initial));
    Deque<String> rest = new ArrayDeque<>(arguments);
    boolean helpAsked = false;
    while (!helpAsked && startsWithFlag(rest)) {
      String argument = rest.removeFirst();
      if (argument.equals("--")) break;
      helpAsked = parseOne(argument, rest, values);
    }
    return new Parsed(Map.copyOf(values), List.copyOf(rest), helpAsked);
  }

  private static boolean startsWithFlag(Deque<String> arguments) {
    String first = arguments.peekFirst();
    return first != null && first.startsWith("-") && first.length() > 1;
  }

  /** Takes one flag, with its value if that stands apart; true if it asks for help. */
  private boolean parseOne(String argument, Deque<String> rest, Map<String, String> values)
      throws UsageException {
    String body = argument.substring(argument.startsWith("--") ? 2 : 1);
    int equals = body.indexOf('=');
    String name = equals < 0 ? body : body.substring(0, equals);
    if (HELP.contains(name)) return true;
    Flag flag = flags.get(name);
    if (flag == null) throw new UsageException("unknown flag " + argument);
    Optional<String> attached =
        equals < 0 ? Optional.empty() : Optional.of(body.substring(equals + 1));
    values.put(name, value(name, flag.kind, attached, rest));
    return false;
  }

  private static String value(String name, Kind kind, Optional<String> attached, Deque<String> rest)
      throws UsageException {
    return switch (kind) {
      case TEXT -> separate(name, attached, rest);
      case BOOLEAN -> truth(name, attached);
      case DURATION -> checkedDuration(name, separate(name, attached, rest));
    };
  }

  private static String truth(String name, Optional<String> attached) throws UsageException {
    String text = attached.orElse("true");
    if (TRUE.contains(text)) return "true";
    if (FALSE.contains(text)) return "false";
    throw new UsageException("flag -" + name + " expects true or false, not \"" + text + "\"");
  }

  private static String separate(String name, Optional<String> attached, Deque<String> rest)
      throws UsageException {
    if (attached.isPresent()) return attached.get();
    if (rest.isEmpty()) throw new UsageException("flag -" + name + " needs a value");
    return rest.removeFirst();
  }

  private static String checkedDuration(String name, String text) throws UsageException {
    if (GoDuration.parse(text).isPresent()) return text;
    throw new UsageException(
        "flag -" + name + " expects a duration such as 500ms, 1.5s or 2h45m, not \"" + text + "\"");
  }

  /** The sections with their flags, a line or more for each. */
  String usage() {
    StringBuilder usage = new StringBuilder();
    for (Section section : sections) {
      usage.append('\n').append(section.title).append(":\n");
      for (String name : section.names) {
        describe(name, Objects.requireNonNull(flags.get(name)), usage);
      }
    }
    return usage.toString();
  }

  private static void describe(String name, Flag flag, StringBuilder usage) {
    usage.append("  -").append(name);
    if (!flag.placeholder.isEmpty()) usage.append(' ').append(flag.placeholder);
    boolean worthNaming = !flag.initial.isEmpty() && !flag.initial.equals("false");
    String initial = worthNaming ? " (default " + flag.initial + ")" : "";
    int column = USAGE_WIDTH;
    for (String word : (flag.help + initial).split(" ", -1)) {
      boolean fits = column + 1 + word.length() <= USAGE_WIDTH;
      usage.append(fits ? " " : INDENTED_LINE).append(word);
      column = (fits ? column + 1 : INDENTED_LINE.length() - 1) + word.length();
    }
    usage.append('\n');
  }
}
