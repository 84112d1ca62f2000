package ratelab.experiments.analysis;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import ratelab.experiments.recording.Attempt;
import ratelab.experiments.recording.HandledRequest;
import ratelab.experiments.recording.Outcome;
import ratelab.experiments.recording.Recording;

/**
 * The load's record, by which each handled request is found again: by its id; where the target's
 * log has none, by its client's port and the time.
 */
final class Attempts {
  private final Map<String, Attempt> byId;
  private final Map<Integer, NavigableMap<Double, Attempt>> byPort;
  private final double loadEndMillis;

  Attempts(Recording recording) {
    this.byId =
        recording.attempts().stream().collect(Collectors.toMap(Attempt::id, Function.identity()));
    this.byPort =
        recording.attempts().stream()
            .filter(attempt -> attempt.localPort().isPresent())
            .collect(
                Collectors.groupingBy(
                    attempt -> attempt.localPort().getAsInt(),
                    Collectors.toMap(
                        Attempt::startMillis, Function.identity(), (a, b) -> b, TreeMap::new)));
    this.loadEndMillis = recording.marks().loadEndMillis();
  }

  /** Whether the load's record has the request. */
  boolean knows(HandledRequest handled) {
    return of(handled).isPresent();
  }

  /** The client of a request that was still in flight went when the load ended. */
  boolean isForNobody(HandledRequest handled) {
    return of(handled)
        .filter(attempt -> attempt.outcome() != Outcome.OK)
        .filter(attempt -> attempt.endMillis().orElse(loadEndMillis) <= handled.endMillis())
        .isPresent();
  }

  private Optional<Attempt> of(HandledRequest handled) {
    if (!handled.id().isEmpty() || handled.remotePort().isEmpty()) {
      return Optional.ofNullable(byId.get(handled.id()));
    }
    // The last one that this port had sent before the work was done.
    return Optional.ofNullable(byPort.get(handled.remotePort().getAsInt()))
        .map(attempts -> attempts.floorEntry(handled.endMillis()))
        .map(Map.Entry::getValue);
  }
}
