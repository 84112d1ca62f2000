package ratelab.exporter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Command line flags as Go's package flag has them: one dash or two, {@code -f v} or {@code -f=v},
 * but booleans only as {@code -f} or {@code -f=v}; the first other argument ends them.
 */
final class GoFlags {
  private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");
  private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "FALSE", "False");

  private record Flag(String initial, String help, boolean isBoolean) {}

  private final Map<String, Flag> flags = new LinkedHashMap<>();

  GoFlags text(String name, String initial, String help) {
    flags.put(name, new Flag(initial, help, false));
    return this;
  }

  GoFlags bool(String name, boolean initial, String help) {
    flags.put(name, new Flag(Boolean.toString(initial), help, true));
    return this;
  }

  /** Every flag's value, and the arguments after the flags. */
  record Parsed(Map<String, String> values, List<String> rest) {
    String text(String name) {
      return Optional.ofNullable(values.get(name)).orElseThrow();
    }

    boolean bool(String name) {
      return Boolean.parseBoolean(text(name));
    }
  }

  /**
   * Parses the arguments.
   *
   * @throws UsageException for an unknown flag, a missing value, or a boolean that is none
   */
  Parsed parse(List<String> arguments) throws UsageException {
    Map<String, String> values = new HashMap<>();
    flags.forEach((name, flag) -> values.put(name, flag.initial));
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty() && rest.getFirst().startsWith("-") && rest.getFirst().length() > 1) {
      String argument = rest.removeFirst();
      if (argument.equals("--")) break;
      parseOne(argument, rest, values);
    }
    return new Parsed(values, List.copyOf(rest));
  }

  private void parseOne(String argument, Deque<String> rest, Map<String, String> values)
      throws UsageException {
    String body = argument.substring(argument.startsWith("--") ? 2 : 1);
    int equals = body.indexOf('=');
    String name = equals < 0 ? body : body.substring(0, equals);
    Flag flag = flags.get(name);
    if (flag == null) throw new UsageException("unknown flag " + argument);
    Optional<String> attached =
        equals < 0 ? Optional.empty() : Optional.of(body.substring(equals + 1));
    values.put(name, flag.isBoolean ? bool(name, attached) : value(name, attached, rest));
  }

  private static String bool(String name, Optional<String> attached) throws UsageException {
    String text = attached.orElse("true");
    if (TRUE.contains(text)) return "true";
    if (FALSE.contains(text)) return "false";
    throw new UsageException("flag -" + name + " expects true or false, not \"" + text + "\"");
  }

  private static String value(String name, Optional<String> attached, Deque<String> rest)
      throws UsageException {
    if (attached.isPresent()) return attached.get();
    if (rest.isEmpty()) throw new UsageException("flag -" + name + " needs a value");
    return rest.removeFirst();
  }

  /** A line or two for each flag. */
  String usage() {
    StringBuilder usage = new StringBuilder();
    flags.forEach(
        (name, flag) -> {
          String value = flag.isBoolean ? "=true|false" : " value";
          String initial = flag.initial.isEmpty() ? "" : " (default " + flag.initial + ")";
          usage.append("  -%s%s%n        %s%s%n".formatted(name, value, flag.help, initial));
        });
    return usage.toString();
  }
}
