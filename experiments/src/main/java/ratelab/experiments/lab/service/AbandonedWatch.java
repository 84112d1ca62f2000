package ratelab.experiments.lab.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ratelab.experiments.lab.ConnectionTable.HalfClosed;
import ratelab.experiments.recording.Abandoned;

/**
 * Remembers each connection that was ever seen closed by its client and open at the target. A look
 * takes a fraction of a millisecond; what comes and goes between two looks is not seen.
 */
final class AbandonedWatch {
  private final Map<Integer, Abandoned> open = new HashMap<>();
  private final List<Abandoned> gone = new ArrayList<>();

  /** Takes one look. */
  synchronized void look(List<HalfClosed> connections, long nowMillis) {
    Set<Integer> seen = new HashSet<>();
    for (HalfClosed connection : connections) {
      int port = connection.remotePort();
      seen.add(port);
      Abandoned before = open.get(port);
      long first = before == null ? nowMillis : before.firstSeenMillis();
      boolean unread = connection.hasUnreadData() || (before != null && before.unread());
      open.put(port, new Abandoned(port, first, nowMillis, unread));
    }
    // A port that is seen again later is another connection's.
    List<Integer> ended = open.keySet().stream().filter(port -> !seen.contains(port)).toList();
    ended.forEach(port -> gone.add(open.remove(port)));
  }

  /** All so far, in the order in which they were first seen. */
  synchronized List<Abandoned> all() {
    return Stream.concat(gone.stream(), open.values().stream())
        .sorted(
            Comparator.comparingLong(Abandoned::firstSeenMillis)
                .thenComparingInt(Abandoned::remotePort))
        .toList();
  }
}
