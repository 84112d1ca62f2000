package ratelab.exporter.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer asks for.
 *
 * @param open groups whose processes are wanted, by {@link GroupId}
 * @param sinceEpochMillis only later points of the curves are wanted
 */
record Query(Set<String> open, long sinceEpochMillis) {
  /** More groups than this are not opened at once, to bound the answer. */
  static final int MOST_OPEN = 8;

  Query {
    open = Set.copyOf(open);
  }

  /**
   * Parses the query of the URL as it came; other parameters are ignored.
   *
   * @throws IllegalArgumentException with a message for the client
   */
  static Query parse(@Nullable String raw) {
    Set<String> open = new LinkedHashSet<>();
    long since = Long.MIN_VALUE;
    for (String parameter : raw == null ? new String[0] : raw.split("&", -1)) {
      int equals = parameter.indexOf('=');
      if (equals < 0) continue;
      String value = decoded(parameter.substring(equals + 1));
      switch (parameter.substring(0, equals)) {
        case "open" -> open.add(value);
        case "since" -> since = epochMillis(value);
        default -> {}
      }
    }
    if (open.size() > MOST_OPEN) {
      throw new IllegalArgumentException("open: at most " + MOST_OPEN + " groups at once");
    }
    return new Query(open, since);
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the query is not encoded as that of a URL must be", e);
    }
  }

  private static long epochMillis(String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("since: expected milliseconds since 1970", e);
    }
  }
}
