package ratelab.loadgen.record;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run adds up to. Every attempt is in exactly one outcome.
 *
 * @param outcomes attempts per outcome; absent means none
 * @param statuses complete answers per status code, ascending
 * @param causes failed attempts per outcome and cause, by text
 * @param bytesReceived body bytes of all attempts
 * @param bytesAnswered body bytes of complete answers
 * @param latencies of complete answers
 * @param phases of complete answers; empty when there is none
 * @param inFlight requests given up at the end, by id
 */
public record Totals(
    Map<Outcome, Long> outcomes,
    SortedMap<Integer, Long> statuses,
    SortedMap<String, Long> causes,
    long bytesReceived,
    long bytesAnswered,
    Latencies latencies,
    Map<Phase, Spread> phases,
    List<InFlight> inFlight) {

  /** Copies the collections. */
  public Totals {
    outcomes = Collections.unmodifiableMap(copy(Outcome.class, outcomes));
    statuses = Collections.unmodifiableSortedMap(new TreeMap<>(statuses));
    causes = Collections.unmodifiableSortedMap(new TreeMap<>(causes));
    phases = Collections.unmodifiableMap(copy(Phase.class, phases));
    inFlight = inFlight.stream().sorted(Comparator.comparingLong(InFlight::id)).toList();
  }

  private static <K extends Enum<K>, V> Map<K, V> copy(Class<K> type, Map<K, V> from) {
    Map<K, V> copy = new EnumMap<>(type);
    copy.putAll(from);
    return copy;
  }

  /** How many attempts ended like this. */
  public long count(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }

  /** Attempts that ended, with or without an answer. */
  public long finished() {
    return sent() - count(Outcome.IN_FLIGHT);
  }

  /** All attempts. */
  public long sent() {
    return outcomes.values().stream().mapToLong(Long::longValue).sum();
  }
}
