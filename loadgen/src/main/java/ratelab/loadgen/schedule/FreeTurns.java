package ratelab.loadgen.schedule;

/** The closed model: a request is due as soon as the worker is free, so no turn can be missed. */
final class FreeTurns implements Turns {
  @Override
  public boolean scheduled() {
    return false;
  }

  @Override
  public long next(long elapsedNanos) {
    return elapsedNanos;
  }

  @Override
  public void end(long endNanos) {}

  @Override
  public long missed() {
    return 0;
  }
}
