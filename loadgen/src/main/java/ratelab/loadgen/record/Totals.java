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
 * @param protocols complete answers per protocol
 * @param bytesReceived body bytes of all attempts
 * @param bytesAnswered body bytes of complete answers
 * @param timings of all complete answers
 * @param timingsByClass of complete answers per class of their status; absent means none
 * @param lateness of every request with a due time: from then to its sending
 * @param lateSends requests that had to wait because no worker was free when they were due
 * @param phases of complete answers; empty when there is none
 * @param inFlight requests given up at the end, by id
 */
public record Totals(
    Map<Outcome, Long> outcomes,
    SortedMap<Integer, Long> statuses,
    SortedMap<String, Long> causes,
    SortedMap<String, Long> protocols,
    long bytesReceived,
    long bytesAnswered,
    Timings timings,
    Map<StatusClass, Timings> timingsByClass,
    Latencies lateness,
    long lateSends,
    Map<Phase, Spread> phases,
    List<InFlight> inFlight) {

  /** Copies the collections. */
  public Totals {
    outcomes = Collections.unmodifiableMap(copy(Outcome.class, outcomes));
    statuses = Collections.unmodifiableSortedMap(new TreeMap<>(statuses));
    causes = Collections.unmodifiableSortedMap(new TreeMap<>(causes));
    protocols = Collections.unmodifiableSortedMap(new TreeMap<>(protocols));
    timingsByClass = Collections.unmodifiableMap(copy(StatusClass.class, timingsByClass));
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

  /** How many attempts a time limit ended. */
  public long timedOut() {
    return count(Outcome.TIMEOUT_CONNECT)
        + count(Outcome.TIMEOUT_RESPONSE)
        + count(Outcome.TIMEOUT_BODY);
  }

  /** Service times of all complete answers. */
  public Latencies service() {
    return timings.service();
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
