package ratelab.sampleapp.cure;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets in as many requests as can be worked on or wait, and no more.
 *
 * @see #unbounded()
 */
public final class BoundedQueue {
  private final int places;
  private final AtomicInteger taken = new AtomicInteger();

  /**
   * A queue with places for those who wait and those who are being served.
   *
   * @param handlers how many requests are worked on at once
   * @param waiting how many more may wait; 0 turns away all that find no free handler
   */
  public BoundedQueue(int handlers, int waiting) {
    this.places = (int) Math.min(Integer.MAX_VALUE, (long) handlers + waiting);
  }

  /** The queue without the cure: everybody may wait. */
  public static BoundedQueue unbounded() {
    return new BoundedQueue(0, Integer.MAX_VALUE);
  }

  /**
   * Takes a place, to be given back by {@link #leave}.
   *
   * @return false if there is none
   */
  public boolean enter() {
    return taken.getAndUpdate(now -> now < places ? now + 1 : now) < places;
  }

  /** Gives a place back. */
  public void leave() {
    taken.decrementAndGet();
  }
}
