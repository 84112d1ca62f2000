package ratelab.experiments.analysis;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ratelab.experiments.scenario.Cause;

/** The answer in a sentence. */
final class Answer {
  private Answer() {}

  static String sentence(Cause cause, List<WindowFinding> windows, WorkedOff workedOff) {
    Optional<Decay> decay = windows.stream().flatMap(w -> w.decay().stream()).findFirst();
    if (decay.isEmpty()) {
      return "The curve was not seen to return within the recording.";
    }
    return String.format(
        Locale.ROOT,
        "The curve was back %s after the load ended: %s, %s, %s rate window.",
        Phrase.seconds(decay.get().total()),
        drain(cause, decay.get(), workedOff),
        phase(decay.get().phase()),
        Phrase.seconds(decay.get().tail()));
  }

  private static String drain(Cause cause, Decay decay, WorkedOff workedOff) {
    String time = Phrase.seconds(decay.drain());
    return switch (cause) {
      case BACKLOG ->
          workedOff.forNobody() > 0
              ? String.format(
                  Locale.ROOT,
                  "%s the server worked off %d requests nobody waited for any more",
                  time,
                  workedOff.forNobody())
              : String.format(
                  Locale.ROOT,
                  "%s the server worked off requests whose clients had given up",
                  time);
      case WINDOW_ONLY -> String.format(Locale.ROOT, "%s work after the load", time);
      case UNKNOWN -> String.format(Locale.ROOT, "%s work after the load, cause unknown", time);
    };
  }

  private static String phase(Duration phase) {
    return phase.isNegative()
        ? String.format(
            Locale.ROOT,
            "less %s since its last CPU was counted before its end",
            Phrase.seconds(phase.negated()))
        : String.format(Locale.ROOT, "%s scrape phase", Phrase.seconds(phase));
  }
}
