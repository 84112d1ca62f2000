package ratelab.loadgen.plan;

import java.time.Duration;
import java.util.Optional;

/** Values of flags as numbers, with errors that name the flag and an example. */
final class Numbers {
  private Numbers() {}

  static long whole(FlagValues flags, Flag flag, long otherwise) throws BadUsage {
    Optional<String> text = flags.text(flag);
    return text.isPresent() ? whole(flag, text.get()) : otherwise;
  }

  static double decimal(FlagValues flags, Flag flag, double otherwise) throws BadUsage {
    Optional<String> text = flags.text(flag);
    return text.isPresent() ? decimal(flag, text.get()) : otherwise;
  }

  static Duration duration(FlagValues flags, Flag flag, Duration otherwise) throws BadUsage {
    Optional<String> text = flags.text(flag);
    return text.isPresent() ? duration(flag, text.get()) : otherwise;
  }

  static long whole(Flag flag, String text) throws BadUsage {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw BadUsage.unreadable(
          flag.spelling() + " " + text + ": not a whole number; write it like 100");
    }
  }

  static double decimal(Flag flag, String text) throws BadUsage {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // The same message as for NaN and infinity.
    }
    throw BadUsage.unreadable(flag.spelling() + " " + text + ": not a number; write it like 2.5");
  }

  static Duration duration(Flag flag, String text) throws BadUsage {
    try {
      return GoDuration.parse(text);
    } catch (IllegalArgumentException e) {
      throw BadUsage.unreadable(flag.spelling() + ": " + e.getMessage());
    }
  }
}
