package ratelab.experiments.forecast;

import java.time.Duration;
import java.util.List;
import ratelab.experiments.scenario.ForecastStage;

/**
 * What will happen, said before it happens (but for {@link ForecastStage#AFTERWARDS}).
 *
 * @param stage what it may know
 * @param madeAtMillis when it was made, milliseconds since the epoch
 * @param serviceTime the calibrated service time of one request
 * @param sent requests sent in all
 * @param answered requests answered to a client that still waits
 * @param timedOut requests that their clients give up
 * @param loadEndMillis when the load ends, milliseconds since the epoch
 * @param lastWorkMillis when the last request has been worked off, milliseconds since the epoch
 * @param tolerance by how much the drain may miss
 * @param returns when each window's curve is back; of a window that shows nothing there is none
 */
public record Forecast(
    ForecastStage stage,
    long madeAtMillis,
    Duration serviceTime,
    long sent,
    long answered,
    long timedOut,
    long loadEndMillis,
    long lastWorkMillis,
    Duration tolerance,
    List<WindowReturn> returns) {
  public Forecast {
    returns = List.copyOf(returns);
  }

  /** Work after the load: from its end to the last request worked off; never negative. */
  public Duration drain() {
    return Duration.ofMillis(Math.max(0, lastWorkMillis - loadEndMillis));
  }
}
