package ratelab.loadgen.schedule;

import java.util.SplittableRandom;

/** How arrivals are spread, at whatever rate: the gaps between them, in mean gaps. */
public sealed interface Arrivals {
  /** Equal gaps; the first arrival is at the start. */
  record Constant() implements Arrivals {
    @Override
    public Positions positions() {
      return new Positions() {
        private long count;

        @Override
        public double next() {
          return count++;
        }
      };
    }
  }

  /**
   * Exponentially distributed gaps, as from many independent users.
   *
   * @param seed equal seeds give equal arrivals
   */
  record Poisson(long seed) implements Arrivals {
    @Override
    public Positions positions() {
      SplittableRandom random = new SplittableRandom(seed);
      return new Positions() {
        private double position;

        @Override
        public double next() {
          position += random.nextExponential();
          return position;
        }
      };
    }
  }

  /** Starts over with the first arrival. */
  Positions positions();

  /** The arrivals in order, each as the number of mean gaps since the start. For one thread. */
  interface Positions {
    /** The next arrival's position; never less than the one before. */
    double next();
  }
}
