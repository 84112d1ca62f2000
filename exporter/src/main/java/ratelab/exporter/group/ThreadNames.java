package ratelab.exporter.group;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The totals of a group's threads by their name. A name that vanishes keeps its totals, so that
 * they do not fall when it returns; but programs that number their threads without end must not
 * fill the memory, so only so many vanished names are kept, those used last.
 */
final class ThreadNames {
  private static final int MOST_VANISHED = 500;

  private final Map<String, ThreadTotals> byName = new LinkedHashMap<>(16, 0.75f, true);

  ThreadTotals of(String name) {
    return byName.computeIfAbsent(name, unseen -> new ThreadTotals());
  }

  /** Forgets the names longest unused, but for those alive. */
  void prune(Set<String> alive) {
    int surplus = byName.size() - alive.size() - MOST_VANISHED;
    Iterator<String> oldestFirst = byName.keySet().iterator();
    while (surplus > 0 && oldestFirst.hasNext()) {
      if (alive.contains(oldestFirst.next())) continue;
      oldestFirst.remove();
      surplus--;
    }
  }
}
