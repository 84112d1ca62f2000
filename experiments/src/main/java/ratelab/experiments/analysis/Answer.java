package ratelab.experiments.analysis;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ratelab.experiments.scenario.Cause;

/** The answer in a sentence. */
final class Answer {
  /** What is less than this would be said as 0.0 s. */
  private static final Duration LEAST_SAID = Duration.ofMillis(50);

  private Answer() {}

  /** Of a run whose samples are in doubt where the answer is in them. */
  static String open(String why) {
    return "Nothing is said of the curve, since the samples that tell it are in doubt. " + why;
  }

  /**
   * The sentence.
   *
   * @param afterTheLoad requests worked off after the load; 0 if nothing tells
   * @param lastSampleMillis the target's last sample, from the load's end on
   */
  static String sentence(
      Cause cause, List<WindowFinding> windows, long afterTheLoad, long lastSampleMillis) {
    if (cause == Cause.EXITED) {
      return String.format(
          Locale.ROOT,
          "The target has exited: its last sample is from %s after the load ended, and then the"
              + " curve ends in a gap; no data is not 0.",
          Phrase.seconds(Duration.ofMillis(lastSampleMillis)));
    }
    Optional<Decay> decay = windows.stream().flatMap(w -> w.decay().stream()).findFirst();
    if (decay.isEmpty()) {
      return "The curve was not seen to return within the recording.";
    }
    return String.format(
        Locale.ROOT,
        "The curve was back %s after the load ended: %s, %s, %s rate window.",
        Phrase.seconds(decay.get().total()),
        drain(cause, decay.get(), afterTheLoad),
        phase(decay.get().phase()),
        Phrase.seconds(decay.get().tail()));
  }

  private static String drain(Cause cause, Decay decay, long afterTheLoad) {
    String time = Phrase.seconds(decay.drain());
    return switch (cause) {
      case BACKLOG ->
          afterTheLoad > 0
              ? String.format(
                  Locale.ROOT,
                  "%s the server worked off %d requests nobody waited for any more",
                  time,
                  afterTheLoad)
              : String.format(
                  Locale.ROOT,
                  "%s the server worked off requests whose clients had given up",
                  time);
      case WINDOW_ONLY, EXITED -> String.format(Locale.ROOT, "%s work after the load", time);
      case RESTARTED ->
          String.format(Locale.ROOT, "%s the target was started anew, its backlog gone", time);
      case MISSED_SCRAPE ->
          String.format(
              Locale.ROOT,
              "%s work after the load, whose end was shown late by a scrape that is missing",
              time);
      case COUNTER_RESET ->
          String.format(
              Locale.ROOT, "%s work after the load, in which the counter began anew", time);
      case UNKNOWN -> String.format(Locale.ROOT, "%s work after the load, cause unknown", time);
    };
  }

  private static String phase(Duration phase) {
    return phase.negated().compareTo(LEAST_SAID) >= 0
        ? String.format(
            Locale.ROOT,
            "less %s since its last CPU was counted before its end",
            Phrase.seconds(phase.negated()))
        : String.format(
            Locale.ROOT,
            "%s scrape phase",
            Phrase.seconds(phase.isNegative() ? Duration.ZERO : phase));
  }
}
