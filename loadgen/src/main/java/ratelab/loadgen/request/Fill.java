package ratelab.loadgen.request;

import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What fills the places of one request's templates. Everything follows from the request's number
 * and the run's seed, so a request can be made again.
 */
public final class Fill {
  /** Spreads neighbouring numbers over all seeds (the golden ratio's 64 bits). */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final long number;
  private final SplittableRandom random;

  Fill(long seed, long number) {
    this.number = number;
    this.random = new SplittableRandom(seed ^ (number * SPREAD));
  }

  /** The request's number, from 1. */
  long number() {
    return number;
  }

  /** A new random number between two, both included. */
  long random(long from, long to) {
    return to == Long.MAX_VALUE ? random.nextLong(from, to) : random.nextLong(from, to + 1);
  }

  /** A new random UUID, version 4. */
  UUID uuid() {
    long version = (random.nextLong() & ~0xF000L) | 0x4000L;
    long variant = (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
    return new UUID(version, variant);
  }

  /** Which of some rows serves this request: each in its turn, and then from the first again. */
  int row(int rows) {
    return (int) ((number - 1) % rows);
  }
}
