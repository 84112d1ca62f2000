package ratelab.loadgen.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of a command line, sorted into flags and the rest by the rules of Go's flag package:
 * one dash or two, {@code -n 5} or {@code -n=5}, a value may look like a flag, a repeated flag
 * replaces the earlier one, {@code --} ends the flags. Unlike there, flags after the URL count.
 * Written by hand because a library costs each start a tenth of a second or more.
 */
final class FlagValues {
  private static final Map<String, Flag> BY_SPELLING = bySpelling();
  private static final List<String> TRUE = List.of("true", "1", "t", "T", "TRUE", "True");
  private static final List<String> FALSE = List.of("false", "0", "f", "F", "FALSE", "False");

  private final Map<Flag, List<String>> values = new EnumMap<>(Flag.class);
  private final List<String> rest = new ArrayList<>();

  private FlagValues() {}

  private static Map<String, Flag> bySpelling() {
    Map<String, Flag> flags = new HashMap<>();
    for (Flag flag : Flag.values()) {
      flag.spellings().forEach(spelling -> flags.put(spelling, flag));
    }
    return flags;
  }

  /**
   * @throws BadUsage if a flag is unknown or lacks its value
   */
  static FlagValues parse(String... args) throws BadUsage {
    FlagValues flags = new FlagValues();
    int next = 0;
    while (next < args.length) {
      String word = args[next++];
      if (word.equals("--")) {
        flags.rest.addAll(List.of(args).subList(next, args.length));
        break;
      }
      if (word.length() < 2 || word.charAt(0) != '-') {
        flags.rest.add(word);
        continue;
      }
      int equals = word.indexOf('=');
      String spelling = equals < 0 ? word : word.substring(0, equals);
      Flag flag = flag(spelling);
      if (equals >= 0) {
        flags.put(flag, spelling, word.substring(equals + 1));
      } else if (flag.isSwitch()) {
        flags.put(flag, spelling, "true");
      } else if (next < args.length) {
        flags.put(flag, spelling, args[next++]);
      } else {
        throw BadUsage.unreadable(spelling + " lacks its value: " + flag.argument());
      }
    }
    return flags;
  }

  private static Flag flag(String spelling) throws BadUsage {
    Flag flag = BY_SPELLING.get(spelling);
    if (flag == null) {
      throw BadUsage.unreadable(spelling + ": there is no such flag");
    }
    return flag;
  }

  private void put(Flag flag, String spelling, String value) throws BadUsage {
    if (flag.isSwitch() && !TRUE.contains(value) && !FALSE.contains(value)) {
      throw BadUsage.unreadable(spelling + "=" + value + ": a switch takes =true or =false");
    }
    values.computeIfAbsent(flag, _ -> new ArrayList<>()).add(value);
  }

  boolean has(Flag flag) {
    return text(flag).filter(TRUE::contains).isPresent();
  }

  /** The flag's last value. */
  Optional<String> text(Flag flag) {
    List<String> given = texts(flag);
    return given.isEmpty() ? Optional.empty() : Optional.of(given.getLast());
  }

  /** All values of a flag that adds up. */
  List<String> texts(Flag flag) {
    return values.getOrDefault(flag, List.of());
  }

  /** What is not a flag. */
  List<String> rest() {
    return rest;
  }
}
