package ratelab.loadgen.schedule;

/** Turns of one worker in an open model: it takes the next slot that nobody has taken. */
final class SharedTurns implements Turns {
  private final Slots slots;
  private long missed;

  SharedTurns(Slots slots) {
    this.slots = slots;
  }

  @Override
  public boolean scheduled() {
    return true;
  }

  @Override
  public long next(long elapsedNanos) {
    long due = slots.take(elapsedNanos);
    missed += slots.takeMissed();
    return due;
  }

  @Override
  public void end(long endNanos) {
    slots.end(endNanos);
    missed += slots.takeMissed();
  }

  @Override
  public long missed() {
    return missed;
  }
}
