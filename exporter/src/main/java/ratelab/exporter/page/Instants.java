package ratelab.exporter.page;

/** The latest instants of a clock that never falls, kept a distance apart; the oldest gives way. */
final class Instants {
  /** The slot of an instant that came too soon after the last one kept. */
  static final int NONE = -1;

  private final long[] nanos;
  private final long spacingNanos;
  private long kept;

  Instants(int capacity, long spacingNanos) {
    this.nanos = new long[capacity];
    this.spacingNanos = spacingNanos;
  }

  /** Keeps the instant if it is due; the slot, whose former instant is gone, or {@link #NONE}. */
  int offer(long atNanos) {
    if (kept > 0 && atNanos - nanos[slot(size() - 1)] < spacingNanos) return NONE;
    int slot = (int) (kept++ % nanos.length);
    nanos[slot] = atNanos;
    return slot;
  }

  int capacity() {
    return nanos.length;
  }

  int size() {
    return (int) Math.min(kept, nanos.length);
  }

  /** The slot of the n-th instant, the oldest being 0. */
  int slot(int n) {
    return (int) ((kept - size() + n) % nanos.length);
  }

  long atNanos(int slot) {
    return nanos[slot];
  }
}
