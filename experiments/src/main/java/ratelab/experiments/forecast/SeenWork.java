package ratelab.experiments.forecast;

import java.time.Duration;
import java.util.Locale;

/**
 * How a service that nobody can look into has worked under a load, as seen from outside: what the
 * forecast of its drain rests on.
 *
 * @param done requests that it was done with at the load's end
 * @param left requests that it still had then, though their clients had gone
 * @param length of the load
 * @param serviceTime of one request, as calibrated
 */
public record SeenWork(long done, long left, Duration length, Duration serviceTime) {
  public SeenWork {
    if (done < 1) {
      throw new IllegalArgumentException("nothing done tells nothing of what is left");
    }
  }

  /**
   * How many requests it works on at once, if it was busy during the whole load and each took it as
   * long as in the calibration: done x service time / length (Little's law), at least one.
   */
  public long servers() {
    return Math.max(1, Math.round((double) done * serviceTime.toNanos() / length.toNanos()));
  }

  /** How long it works on: left x service time / servers. */
  public Duration drain() {
    return serviceTime.multipliedBy(left).dividedBy(servers());
  }

  /**
   * By how much the drain differs from that of a service that goes on at the pace it had: it need
   * not work on a whole number at once, nor take as long as in the calibration.
   */
  Duration paceError() {
    return drain().minus(length.multipliedBy(left).dividedBy(done)).abs();
  }

  /** What the forecast assumes, in one sentence. */
  public String assumption() {
    return left == 0
        ? "No abandoned request is left at the load's end, as far as connections show."
        : String.format(
            Locale.ROOT,
            "The forecast holds if the service works off the %d requests whose abandoned"
                + " connections are open, %d at once, as it did under load (%d in %.1f s, of"
                + " %.3f s each).",
            left,
            servers(),
            done,
            length.toMillis() / 1e3,
            serviceTime.toNanos() / 1e9);
  }
}
