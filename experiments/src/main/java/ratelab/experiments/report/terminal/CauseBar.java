package ratelab.experiments.report.terminal;

import java.time.Duration;
import java.util.List;
import ratelab.experiments.analysis.Decay;
import ratelab.experiments.report.wording.Wording;

/** The seconds of each cause as a bar of blocks, with its legend below. */
public final class CauseBar {
  private static final String DRAIN = "█";
  private static final String PHASE = "▒";
  private static final String TAIL = "░";

  private CauseBar() {}

  /**
   * The lines.
   *
   * @param width columns of the bar
   */
  public static List<String> draw(Decay decay, int width) {
    double total = seconds(decay.total());
    double drain = Math.min(total, seconds(decay.drain()));
    double seen = Math.clamp(drain + seconds(decay.phase()), drain, total);
    int drainEnd = column(drain, total, width);
    int seenEnd = column(seen, total, width);
    String bar =
        DRAIN.repeat(drainEnd) + PHASE.repeat(seenEnd - drainEnd) + TAIL.repeat(width - seenEnd);
    return List.of(bar, legend(decay));
  }

  private static String legend(Decay decay) {
    String phase =
        decay.phase().isNegative()
            ? " (less %s: the last CPU was counted before the work's end)"
                .formatted(Wording.seconds(decay.phase().negated()))
            : "   %s %s scrape phase".formatted(PHASE, Wording.seconds(decay.phase()));
    return "%s %s drain%s   %s %s rate window"
        .formatted(
            DRAIN, Wording.seconds(decay.drain()), phase, TAIL, Wording.seconds(decay.tail()));
  }

  private static int column(double seconds, double total, int width) {
    return total <= 0 ? 0 : (int) Math.round(seconds / total * width);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
