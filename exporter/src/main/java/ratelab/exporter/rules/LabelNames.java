package ratelab.exporter.rules;

import java.util.Optional;
import java.util.Set;

/** Which names a label of a configuration may have. */
final class LabelNames {
  /** Those that the metrics themselves give, by https://prometheus.io/docs/concepts/data_model. */
  private static final Set<String> TAKEN =
      Set.of(
          "groupname",
          "mode",
          "memtype",
          "state",
          "ctxswitchtype",
          "iomode",
          "threadname",
          "wchan");

  private LabelNames() {}

  /** What was expected instead of this name; empty if it is a good one. */
  static Optional<String> whyNot(String name) {
    if (TAKEN.contains(name)) {
      return Optional.of("another name for the label: the metrics have one of this name already");
    }
    if (!isWellFormed(name)) {
      return Optional.of("a label name of ASCII letters, digits and _, not beginning with a digit");
    }
    if (name.startsWith("__")) {
      return Optional.of("another name for the label: Prometheus keeps those with __ for itself");
    }
    return Optional.empty();
  }

  private static boolean isWellFormed(String name) {
    if (name.isEmpty() || isDigit(name.charAt(0))) return false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (!letter && !isDigit(c)) return false;
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
