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
    return "The curve was back %s after the load ended: %s, %s, %s rate window."
        .formatted(
            seconds(decay.get().total()),
            drain(cause, decay.get(), workedOff),
            phase(decay.get().phase()),
            seconds(decay.get().tail()));
  }

  private static String drain(Cause cause, Decay decay, WorkedOff workedOff) {
    String time = seconds(decay.drain());
    return switch (cause) {
      case BACKLOG ->
          workedOff.forNobody() > 0
              ? "%s the server worked off %d requests nobody waited for any more"
                  .formatted(time, workedOff.forNobody())
              : "%s the server worked off requests whose clients had given up".formatted(time);
      case WINDOW_ONLY -> "%s work after the load".formatted(time);
      case UNKNOWN -> "%s work after the load, cause unknown".formatted(time);
    };
  }

  private static String phase(Duration phase) {
    return phase.isNegative()
        ? "less %s since its last CPU was counted before its end"
            .formatted(seconds(phase.negated()))
        : "%s scrape phase".formatted(seconds(phase));
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
