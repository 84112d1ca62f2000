package ratelab.exporter;

import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What {@code -debug} switches on: everything the exporter's own code logs goes to stderr. */
final class DebugLog {
  /** Held, since a logger that nobody holds forgets its level. */
  private static final Logger OURS = Logger.getLogger("ratelab.exporter");

  private DebugLog() {}

  static void start(ExporterOptions options) {
    OURS.setLevel(Level.ALL);
    Arrays.stream(Logger.getLogger("").getHandlers())
        .forEach(handler -> handler.setLevel(Level.ALL));
    OURS.log(Level.FINE, "options: {0}", options);
  }
}
