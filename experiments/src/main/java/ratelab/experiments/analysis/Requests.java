package ratelab.experiments.analysis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import ratelab.experiments.recording.Attempt;
import ratelab.experiments.recording.HandledRequest;
import ratelab.experiments.recording.Outcome;
import ratelab.experiments.recording.Recording;

/** Joins what the load sent with what the target worked on. */
public final class Requests {
  private static final int POINTS = 240;

  private Requests() {}

  /** The handled requests that belong to the load, not to the calibration before it. */
  public static List<HandledRequest> ofTheLoad(Recording recording) {
    // A request's work begins on the target's clock, its load on the lab's: the same host's.
    return recording.handled().stream()
        .filter(h -> h.endMillis() >= recording.marks().loadStartMillis())
        .filter(h -> !h.id().startsWith("calibration"))
        .toList();
  }

  /** How long the load's fastest answer took; zero if nobody was answered, or nothing tells. */
  static Duration fastestAnswer(Recording recording) {
    return recording.attempts().stream()
        .filter(a -> a.outcome() == Outcome.OK && a.endMillis().isPresent())
        .mapToDouble(a -> a.endMillis().getAsDouble() - a.startMillis())
        .min()
        .stream()
        .mapToObj(millis -> Duration.ofNanos(Math.round(millis * 1e6)))
        .findFirst()
        .orElse(Duration.ZERO);
  }

  /**
   * How many answers were errors, such as a full queue's 503; empty where the load kept no record.
   */
  public static OptionalLong turnedAway(Recording recording) {
    return recording.attempts().isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(recording.attempts().stream().filter(Attempt::isTurnedAway).count());
  }

  /** How many were worked off after the load, when every client had gone. */
  static long afterTheLoad(Recording recording) {
    return ofTheLoad(recording).stream()
        .filter(h -> h.endMillis() > recording.marks().loadEndMillis())
        .count();
  }

  /** The load's requests over time; empty where the load kept no record. */
  static List<RequestCounts> overTime(Recording recording) {
    if (recording.attempts().isEmpty()) {
      return List.of();
    }
    double[] sent = sorted(recording.attempts().stream().mapToDouble(Attempt::startMillis));
    double[] answered = ends(recording, Outcome.OK);
    double[] timedOut = ends(recording, Outcome.TIMEOUT);
    double[] workedOff =
        sorted(ofTheLoad(recording).stream().mapToDouble(HandledRequest::endMillis));
    long from = recording.marks().loadStartMillis();
    long step = Math.max(1, (recording.marks().endMillis() - from) / POINTS);
    List<RequestCounts> counts = new ArrayList<>();
    LongStream.iterate(from, t -> t <= recording.marks().endMillis(), t -> t + step)
        .forEach(
            t ->
                counts.add(
                    new RequestCounts(
                        t,
                        upTo(sent, t),
                        upTo(answered, t),
                        upTo(timedOut, t),
                        upTo(workedOff, t))));
    return counts;
  }

  private static double[] ends(Recording recording, Outcome outcome) {
    return sorted(
        recording.attempts().stream()
            .filter(a -> a.outcome() == outcome)
            .flatMapToDouble(a -> a.endMillis().stream()));
  }

  private static double[] sorted(DoubleStream values) {
    return values.sorted().toArray();
  }

  private static long upTo(double[] sortedMillis, long timeMillis) {
    int at = Arrays.binarySearch(sortedMillis, Math.nextUp((double) timeMillis));
    return at >= 0 ? at : -at - 1;
  }
}
