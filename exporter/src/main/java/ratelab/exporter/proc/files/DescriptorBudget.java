package ratelab.exporter.proc.files;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import ratelab.exporter.proc.libc.Libc;

/**
 * How many descriptors may stay open. Part of what the system allows is left to connections and to
 * files that are open for a moment; and half of the rest to processes, so that one with a hundred
 * thousand threads does not make all others dearer.
 */
public final class DescriptorBudget {
  private static final int RLIMIT_NOFILE = 7;
  private static final int PERCENT_OF_LIMIT = 60;

  private final long most;
  private long taken;

  DescriptorBudget(long most) {
    this.most = most;
  }

  /** A part of the soft limit of this process, which Java raises to the hard one as it starts. */
  public static DescriptorBudget ofThisProcess(Libc libc) {
    MemorySegment softAndHard = Arena.ofAuto().allocate(ValueLayout.JAVA_LONG, 2);
    if (!libc.getLimit(0, RLIMIT_NOFILE, softAndHard)) return none();
    long soft = softAndHard.get(ValueLayout.JAVA_LONG, 0);
    boolean unlimited = soft < 0 || soft > Integer.MAX_VALUE;
    return new DescriptorBudget((unlimited ? Integer.MAX_VALUE : soft) * PERCENT_OF_LIMIT / 100);
  }

  /** For a reader that keeps nothing open. */
  public static DescriptorBudget none() {
    return new DescriptorBudget(0);
  }

  /** Whether one more may be kept open; if so, it counts until it is given back. */
  boolean take(boolean forThread) {
    if (taken >= (forThread ? most / 2 : most)) return false;
    taken++;
    return true;
  }

  void giveBack() {
    taken--;
  }
}
