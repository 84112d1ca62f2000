package ratelab.exporter.differential;

import java.util.Set;

/** Series that are never at rest, though all animals are, and how far they may differ. */
final class Restless {
  /** Threads that do only what they are told; all others of a JVM keep house now and then. */
  private static final Set<String> OBEDIENT = Set.of("alpha", "beta", "late", "th read)");

  /** What part of a share of memory may depend on processes that are none of the zoo. */
  static final double SHARING = 0.1;

  private Restless() {}

  /** What housekeeping adds to, from the start of each exporter: only gains can be compared. */
  static boolean ticks(Series series) {
    if (!series.family().endsWith("_total")) return false;
    String thread = series.label("threadname");
    return holds(series, "herd") && !OBEDIENT.contains(thread);
  }

  /** A share of pages is less when any process of this machine comes to use them, too. */
  static boolean isShare(Series series) {
    return series.label("memtype").startsWith("proportional");
  }

  private static boolean holds(Series series, String animal) {
    return series.group().contains(animal) || series.group().equals("zoo");
  }
}
