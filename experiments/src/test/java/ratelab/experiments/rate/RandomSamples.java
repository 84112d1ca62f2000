package ratelab.experiments.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Samples as a bad day would leave them: jittered and missed scrapes, outages, resets, stale
 * markers; counters in ticks, in whole numbers and in reals, from zero or from far up; gauges.
 */
final class RandomSamples {
  /** All times are multiples of this, so that windows often begin exactly on a sample. */
  static final long GRID_MILLIS = 500;

  private static final long[] INTERVALS_MILLIS = {1000, 2500, 5000, 15_000};
  private static final double[] QUANTA = {0.01, 1, 0};
  private static final double[] STARTS = {0, 3, 1e6};

  private final Random random;
  private final double quantum;
  private final double slope;
  private final boolean gauge;
  private double value;

  private RandomSamples(Random random) {
    this.random = random;
    this.quantum = QUANTA[random.nextInt(QUANTA.length)];
    this.slope = Math.pow(10, random.nextInt(4) - 1);
    this.gauge = random.nextInt(6) == 0;
    this.value = STARTS[random.nextInt(STARTS.length)];
  }

  static List<Sample> from(Random random, long lengthMillis) {
    return new RandomSamples(random).samples(lengthMillis);
  }

  private List<Sample> samples(long lengthMillis) {
    long interval = INTERVALS_MILLIS[random.nextInt(INTERVALS_MILLIS.length)];
    long phase = GRID_MILLIS * random.nextInt((int) (interval / GRID_MILLIS));
    List<Sample> samples = new ArrayList<>();
    long next = phase;
    while (next < lengthMillis) {
      long time = Math.max(0, next + GRID_MILLIS * (random.nextInt(3) - 1));
      boolean later = samples.isEmpty() || time > samples.getLast().timestampMillis();
      if (later && !chance(0.05)) {
        samples.add(chance(0.02) ? Sample.stale(time) : new Sample(time, quantised()));
      }
      advance();
      next += chance(0.01) ? 12 * interval : interval;
    }
    return samples;
  }

  private void advance() {
    if (chance(0.03)) {
      value = random.nextBoolean() ? 0 : random.nextDouble();
    } else if (!chance(0.2)) {
      value += slope * (gauge ? random.nextDouble() - 0.5 : random.nextDouble());
    }
  }

  private double quantised() {
    return quantum == 0 ? value : Math.round(value / quantum) * quantum;
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }
}
