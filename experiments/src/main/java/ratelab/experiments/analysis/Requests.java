package ratelab.experiments.analysis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import ratelab.experiments.recording.Attempt;
import ratelab.experiments.recording.HandledRequest;
import ratelab.experiments.recording.LoadResult;
import ratelab.experiments.recording.Outcome;
import ratelab.experiments.recording.Recording;

/** Joins what the load sent with what the target worked on. */
final class Requests {
  private static final int POINTS = 240;

  private Requests() {}

  /** The handled requests that belong to the load, not to the calibration before it. */
  static List<HandledRequest> ofTheLoad(Recording recording) {
    // A request's work begins on the target's clock, its load on the lab's: the same host's.
    return recording.handled().stream()
        .filter(h -> h.endMillis() >= recording.marks().loadStartMillis())
        .filter(h -> !h.id().startsWith("calibration"))
        .toList();
  }

  /** Whom the requests were worked off for. */
  static WorkedOff workedOff(Recording recording) {
    List<HandledRequest> handled = ofTheLoad(recording);
    if (handled.isEmpty()) {
      return workedOff(recording.load(), 0, 0, "none: the target has no handler log");
    }
    if (recording.attempts().isEmpty()) {
      return workedOff(
          recording.load(),
          handled.size(),
          Math.max(0, handled.size() - recording.load().answered()),
          "counts: handled by the target's log, less answered by the load's summary");
    }
    return workedOff(
        recording.load(),
        handled.size(),
        forNobody(handled, recording),
        "each request of the target's handler log joined with the load's record by X-Ratelab-Id");
  }

  private static WorkedOff workedOff(
      LoadResult load, long handled, long forNobody, String evidence) {
    return new WorkedOff(
        load.sent(), load.answered(), load.timedOut(), handled, forNobody, evidence);
  }

  private static long forNobody(List<HandledRequest> handled, Recording recording) {
    Map<String, Attempt> attempts =
        recording.attempts().stream().collect(Collectors.toMap(Attempt::id, Function.identity()));
    double loadEndMillis = recording.marks().loadEndMillis();
    return handled.stream()
        .filter(h -> isForNobody(h, attempts.get(h.id()), loadEndMillis))
        .count();
  }

  /** The client of a request that was still in flight went when the load ended. */
  private static boolean isForNobody(
      HandledRequest handled, @Nullable Attempt attempt, double loadEndMillis) {
    return attempt != null
        && attempt.outcome() != Outcome.OK
        && attempt.endMillis().orElse(loadEndMillis) <= handled.endMillis();
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
