package ratelab.experiments.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import ratelab.experiments.recording.Disturbed;
import ratelab.experiments.scenario.Disturbance;
import ratelab.experiments.scenario.Disturbance.Act;

/**
 * The exporter of a simulation, with what is done to it and to the target. It is asked in the order
 * of time.
 */
final class SimulatedExporter {
  /** Until a restarted exporter answers again; as measured. */
  private static final Duration EXPORTER_START = Duration.ofMillis(700);

  private static final double USUAL_SECONDS = 0.01;

  /** What a scrape brings. */
  sealed interface Answer {
    /** Nothing. */
    record Failed(String reason) implements Answer {}

    /** No process of the target is there. */
    record WithoutTarget(double tookSeconds) implements Answer {}

    /** The target's counter, and when its process began. */
    record WithTarget(
        double tookSeconds, double cpuNanos, long startMillis, OptionalDouble childCpuNanos)
        implements Answer {}
  }

  private static final class Pending {
    private final Disturbance disturbance;
    private final long startMillis;
    private int left;
    private long lastMillis;

    Pending(Disturbance disturbance, long startMillis) {
      this.disturbance = disturbance;
      this.startMillis = startMillis;
      this.left = disturbance.count();
      this.lastMillis = startMillis;
    }

    boolean takes(long timeMillis) {
      return disturbance.act().countsScrapes() && left > 0 && timeMillis >= startMillis;
    }
  }

  private final SimulatedCpu cpu;
  private final SimulatedChildren children;
  private final SimulatedTimes times;
  private final List<Pending> pending;
  private double zeroNanos;
  private long processStartMillis;
  private boolean wasSeenGone;

  SimulatedExporter(SimulatedCpu cpu, SimulatedChildren children, SimulatedTimes times) {
    this.cpu = cpu;
    this.children = children;
    this.times = times;
    this.processStartMillis = times.firstStartMillis();
    this.pending =
        times.scenario().disturbances().stream()
            .map(d -> new Pending(d, times.startMillis(d)))
            .toList();
  }

  /** A scrape; empty if it is never made. */
  Optional<Answer> scrape(long timeMillis) {
    double took = USUAL_SECONDS;
    for (Pending one : pending) {
      if (one.takes(timeMillis)) {
        one.left--;
        one.lastMillis = timeMillis;
        switch (one.disturbance.act()) {
          case SKIP_SCRAPES -> {
            return Optional.empty();
          }
          case FAIL_SCRAPES -> {
            return Optional.of(new Answer.Failed("HTTP 500: made to fail"));
          }
          default -> took = one.disturbance.delay().toNanos() / 1e9;
        }
      }
    }
    if (took >= times.scenario().scrapeInterval().toNanos() / 1e9) {
      return Optional.of(new Answer.Failed("no whole answer within the scrape's timeout"));
    }
    return Optional.of(answer(timeMillis, took));
  }

  private Answer answer(long timeMillis, double tookSeconds) {
    long readMillis =
        tookSeconds == USUAL_SECONDS ? timeMillis : timeMillis + Math.round(tookSeconds * 1000);
    for (Pending one : pending) {
      long since = readMillis - one.startMillis;
      if (since < 0) {
        continue;
      }
      switch (one.disturbance.act()) {
        case END_TARGET -> {
          return new Answer.WithoutTarget(tookSeconds);
        }
        case RESTART_TARGET -> {
          if (readMillis < times.restartedMillis(one.startMillis)) {
            wasSeenGone = true;
            return new Answer.WithoutTarget(tookSeconds);
          }
          begin(one, readMillis);
        }
        case RESET_COUNTER -> resetOnce(one, one.startMillis);
        case RESTART_EXPORTER -> {
          long again = one.startMillis + EXPORTER_START.toMillis();
          if (readMillis < again) {
            return new Answer.Failed("nothing accepts connections there");
          }
          resetOnce(one, again);
        }
        default -> {}
      }
    }
    return new Answer.WithTarget(
        tookSeconds,
        cpu.nanosAt(readMillis) - zeroNanos,
        processStartMillis,
        children.nanosAt((double) readMillis));
  }

  /** A group that was seen without its process is gone, and its counter with it. */
  private void begin(Pending restart, long nowMillis) {
    processStartMillis = restart.startMillis;
    if (wasSeenGone) {
      resetOnce(restart, Math.min(nowMillis, restart.startMillis));
    }
  }

  private void resetOnce(Pending one, long zeroMillis) {
    if (one.left > 0) {
      one.left = 0;
      zeroNanos = cpu.soFarNanosAt(zeroMillis);
    }
  }

  /** What was done, after the last scrape. */
  List<Disturbed> disturbed() {
    List<Disturbed> all = new ArrayList<>();
    for (Pending one : pending) {
      Act act = one.disturbance.act();
      long end =
          switch (act) {
            case RESTART_TARGET -> times.restartedMillis(one.startMillis);
            case RESTART_EXPORTER -> one.startMillis + EXPORTER_START.toMillis();
            default -> one.lastMillis;
          };
      all.add(new Disturbed(act, one.startMillis, end));
    }
    return all;
  }
}
