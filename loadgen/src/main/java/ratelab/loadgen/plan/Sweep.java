package ratelab.loadgen.plan;

import java.time.Duration;
import java.util.List;

/**
 * Loads at one rate after the other, to find where the target stops keeping up.
 *
 * @param ratesPerSecond ascending
 * @param step how long each is held
 */
public record Sweep(List<Double> ratesPerSecond, Duration step) {
  public Sweep {
    ratesPerSecond = List.copyOf(ratesPerSecond);
  }
}
