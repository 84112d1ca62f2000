package ratelab.loadgen.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts attempts, in memory that does not grow with their number. For one thread at a time. */
final class Counts {
  private static final int CAUSES_KEPT = 50;
  private static final int STATUSES = 1000;
  private static final Phase[] PHASES = Phase.values();

  private final Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);
  private final long[] statuses = new long[STATUSES];
  private final SortedMap<String, Long> causes = new TreeMap<>();
  private final SortedMap<String, Long> protocols = new TreeMap<>();
  private final Map<Phase, RunningSpread> phases = new EnumMap<>(Phase.class);
  private final Map<StatusClass, RunningTimings> timings = new EnumMap<>(StatusClass.class);
  private final RunningLatencies lateness = new RunningLatencies();
  private final List<InFlight> inFlight = new ArrayList<>();
  private long lateSends;
  private long bytesReceived;
  private long bytesAnswered;

  void add(Attempt attempt) {
    count(attempt.outcome(), 1);
    bytesReceived += attempt.bytes();
    if (attempt.scheduled()) {
      lateness.add(attempt.latenessNanos());
      lateSends += attempt.late() ? 1 : 0;
    }
    switch (attempt.outcome()) {
      case OK -> addAnswered(attempt);
      case IN_FLIGHT -> inFlight.add(new InFlight(attempt.id(), attempt.serviceNanos()));
      default -> addCause(attempt.outcome(), attempt.cause());
    }
  }

  private void count(Outcome outcome, long times) {
    outcomes.computeIfAbsent(outcome, _ -> new LongAdder()).add(times);
  }

  private void addAnswered(Attempt attempt) {
    statuses[attempt.status()]++;
    protocols.merge(attempt.protocol(), 1L, Long::sum);
    bytesAnswered += attempt.bytes();
    timings(StatusClass.of(attempt.status())).add(attempt);
    for (Phase phase : PHASES) {
      spread(phase).add(attempt.phaseNanos(phase));
    }
  }

  private RunningTimings timings(StatusClass statusClass) {
    return timings.computeIfAbsent(statusClass, _ -> new RunningTimings());
  }

  private RunningSpread spread(Phase phase) {
    return phases.computeIfAbsent(phase, _ -> new RunningSpread());
  }

  private void addCause(Outcome outcome, String cause) {
    String text = outcome.label() + ": " + cause;
    boolean kept = causes.containsKey(text) || causes.size() < CAUSES_KEPT;
    causes.merge(kept ? text : outcome.label() + ": other causes", 1L, Long::sum);
  }

  /** Adds everything that the other has counted. */
  void add(Counts other) {
    other.outcomes.forEach((outcome, count) -> count(outcome, count.sum()));
    Arrays.setAll(statuses, status -> statuses[status] + other.statuses[status]);
    other.causes.forEach((cause, count) -> causes.merge(cause, count, Long::sum));
    other.protocols.forEach((protocol, count) -> protocols.merge(protocol, count, Long::sum));
    other.phases.forEach((phase, spread) -> spread(phase).add(spread));
    other.timings.forEach((statusClass, times) -> timings(statusClass).add(times));
    lateness.add(other.lateness);
    inFlight.addAll(other.inFlight);
    lateSends += other.lateSends;
    bytesReceived += other.bytesReceived;
    bytesAnswered += other.bytesAnswered;
  }

  /** Back to nothing, with the memory kept for what comes next. */
  void reset() {
    outcomes.clear();
    Arrays.fill(statuses, 0);
    causes.clear();
    protocols.clear();
    phases.values().forEach(RunningSpread::reset);
    timings.values().forEach(RunningTimings::reset);
    lateness.reset();
    inFlight.clear();
    lateSends = 0;
    bytesReceived = 0;
    bytesAnswered = 0;
  }

  Totals totals() {
    Map<Outcome, Long> byOutcome = new EnumMap<>(Outcome.class);
    outcomes.forEach((outcome, count) -> byOutcome.put(outcome, count.sum()));
    SortedMap<Integer, Long> byStatus = new TreeMap<>();
    for (int status = 0; status < STATUSES; status++) {
      if (statuses[status] > 0) {
        byStatus.put(status, statuses[status]);
      }
    }
    return new Totals(
        byOutcome,
        byStatus,
        causes,
        protocols,
        bytesReceived,
        bytesAnswered,
        allTimings(),
        timingsByClass(),
        lateness.latencies(),
        lateSends,
        spreads(),
        inFlight);
  }

  private Timings allTimings() {
    RunningTimings all = new RunningTimings();
    timings.values().forEach(all::add);
    return all.timings();
  }

  private Map<StatusClass, Timings> timingsByClass() {
    Map<StatusClass, Timings> times = new EnumMap<>(StatusClass.class);
    timings.forEach((statusClass, running) -> times.put(statusClass, running.timings()));
    times.values().removeIf(one -> one.service().spread().count() == 0);
    return times;
  }

  private Map<Phase, Spread> spreads() {
    Map<Phase, Spread> spreads = new EnumMap<>(Phase.class);
    phases.forEach((phase, running) -> spreads.put(phase, running.spread()));
    spreads.values().removeIf(Spread.EMPTY::equals);
    return spreads;
  }
}
