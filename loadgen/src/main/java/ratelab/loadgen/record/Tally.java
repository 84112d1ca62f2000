package ratelab.loadgen.record;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * Counts attempts in memory that does not grow with their number. One lock each; a recorder has
 * several, so that workers seldom meet.
 */
final class Tally {
  private static final long LOWEST_NANOS = 1000;
  private static final int DIGITS = 3;
  private static final int CAUSES_KEPT = 50;

  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
  private final SortedMap<Integer, Long> statuses = new TreeMap<>();
  private final SortedMap<String, Long> causes = new TreeMap<>();
  private final Map<Phase, Spread> phases = new EnumMap<>(Phase.class);
  private final List<InFlight> inFlight = new ArrayList<>();
  private final Histogram histogram = new Histogram(LOWEST_NANOS, 2 * LOWEST_NANOS, DIGITS);
  private Spread service = Spread.EMPTY;
  private long bytesReceived;
  private long bytesAnswered;

  Tally() {
    histogram.setAutoResize(true);
  }

  synchronized void add(Attempt attempt) {
    outcomes.merge(attempt.outcome(), 1L, Long::sum);
    bytesReceived += attempt.bytes();
    switch (attempt.outcome()) {
      case OK -> addAnswered(attempt);
      case IN_FLIGHT -> inFlight.add(new InFlight(attempt.id(), attempt.serviceNanos()));
      default -> addCause(attempt.outcome(), attempt.cause());
    }
  }

  private void addAnswered(Attempt attempt) {
    statuses.merge(attempt.status(), 1L, Long::sum);
    bytesAnswered += attempt.bytes();
    service = service.with(attempt.serviceNanos());
    histogram.recordValue(attempt.serviceNanos());
    for (Phase phase : Phase.values()) {
      phases.merge(phase, Spread.EMPTY.with(attempt.phaseNanos(phase)), Spread::plus);
    }
  }

  private void addCause(Outcome outcome, String cause) {
    String text = outcome.label() + ": " + cause;
    boolean kept = causes.containsKey(text) || causes.size() < CAUSES_KEPT;
    causes.merge(kept ? text : outcome.label() + ": other causes", 1L, Long::sum);
  }

  /** Adds everything of another tally. */
  synchronized void add(Tally other) {
    synchronized (other) {
      other.outcomes.forEach((outcome, count) -> outcomes.merge(outcome, count, Long::sum));
      other.statuses.forEach((status, count) -> statuses.merge(status, count, Long::sum));
      other.causes.forEach((cause, count) -> causes.merge(cause, count, Long::sum));
      other.phases.forEach((phase, spread) -> phases.merge(phase, spread, Spread::plus));
      inFlight.addAll(other.inFlight);
      histogram.add(other.histogram);
      service = service.plus(other.service);
      bytesReceived += other.bytesReceived;
      bytesAnswered += other.bytesAnswered;
    }
  }

  synchronized Totals totals() {
    return new Totals(
        outcomes,
        statuses,
        causes,
        bytesReceived,
        bytesAnswered,
        new Latencies(service, histogram.copy()),
        phases,
        inFlight);
  }
}
