package ratelab.experiments.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import ratelab.experiments.recording.HandledRequest;
import ratelab.experiments.recording.Recording;

/**
 * The end of the target's last work, and what says so.
 *
 * @param startMillis when the last request's work began: its CPU may have been counted then
 * @param endMillis when it ended
 * @param evidence in words
 */
record LastWork(long startMillis, long endMillis, String evidence) {

  /** From the handler log; else from the last CPU above idle, known to one scrape. */
  static Optional<LastWork> of(Recording recording, Signal signal) {
    List<HandledRequest> handled = Requests.ofTheLoad(recording);
    return handled.stream()
        .max(Comparator.comparingDouble(HandledRequest::endMillis))
        .map(
            last ->
                new LastWork(
                    Math.round(last.startMillis()),
                    Math.round(last.endMillis()),
                    "the target's handler log"))
        .or(() -> fromCounter(recording, signal));
  }

  /**
   * The last CPU: that of the last work, or of the target's new start if it was restarted. A start
   * goes on for as long as the scrapes after it show CPU above idle without a pause.
   */
  static Optional<LastWork> ofAnyKind(
      Recording recording, Signal signal, Optional<LastWork> onRequests) {
    return Disturbances.of(recording)
        .restart()
        .map(
            restart ->
                new LastWork(
                    restart.startMillis(),
                    Math.max(restart.endMillis(), signal.busyUntilMillis(restart.startMillis())),
                    "the restart of the target"))
        .or(() -> onRequests);
  }

  private static Optional<LastWork> fromCounter(Recording recording, Signal signal) {
    OptionalLong seen =
        signal.lastBusyMillis(recording.marks().loadStartMillis(), recording.marks().endMillis());
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    long intervalMillis = recording.scenario().scrapeInterval().toMillis();
    return Optional.of(
        new LastWork(
            seen.getAsLong() - intervalMillis,
            seen.getAsLong(),
            "the last CPU above idle, known to one scrape interval"));
  }
}
