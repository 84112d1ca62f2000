package ratelab.experiments.analysis;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Cause;

/**
 * What a recording shows, before anything is judged.
 *
 * @param signal the CPU counter
 * @param life what the samples tell of the target's process
 * @param lastWork the end of the work on requests, if anything tells it
 * @param windows what each window showed, shortest first
 * @param workedOff whom the requests were worked off for
 * @param cause why the curve was late
 */
record Findings(
    Signal signal,
    TargetLife life,
    Optional<LastWork> lastWork,
    List<WindowFinding> windows,
    WorkedOff workedOff,
    Cause cause) {

  static Findings of(Recording recording) {
    Signal signal = Signal.of(recording);
    TargetLife life = TargetLife.of(recording, signal.counter());
    Optional<LastWork> lastWork = LastWork.of(recording, signal);
    return new Findings(
        signal,
        life,
        lastWork,
        new WindowFindings(recording, signal, life, lastWork).all(),
        Evidences.workedOff(recording, signal),
        cause(recording, signal, life));
  }

  /** A load that tells no counts may have left connections that tell that its clients gave up. */
  private static Cause cause(Recording recording, Signal signal, TargetLife life) {
    Cause named =
        new Attribution(
                signal,
                life,
                recording.marks(),
                recording.load(),
                Requests.fastestAnswer(recording))
            .cause();
    boolean gaveUp = !recording.load().isKnown() && Evidences.clientsGaveUp(recording);
    return named == Cause.UNKNOWN && gaveUp ? Cause.BACKLOG : named;
  }

  /** Work after the load's end; empty if the end of the work is unknown. */
  Optional<Duration> drain(Recording recording) {
    return lastWork.map(
        w -> Duration.ofMillis(Math.max(0, w.endMillis() - recording.marks().loadEndMillis())));
  }
}
