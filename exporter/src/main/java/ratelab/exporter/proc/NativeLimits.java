package ratelab.exporter.proc;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.IntToLongFunction;
import ratelab.exporter.proc.libc.Libc;

/** prlimit(2), a tenth of the price of the file {@code limits}; for one's own processes or root. */
final class NativeLimits implements IntToLongFunction {
  private static final int RLIMIT_NOFILE = 7;
  private static final long RLIM_INFINITY = -1;

  private final Libc libc;
  private final MemorySegment softAndHard = Arena.ofAuto().allocate(ValueLayout.JAVA_LONG, 2);

  NativeLimits(Libc libc) {
    this.libc = libc;
  }

  @Override
  public long applyAsLong(int pid) {
    if (!libc.getLimit(pid, RLIMIT_NOFILE, softAndHard)) return DescriptorLimits.UNKNOWN;
    long soft = softAndHard.get(ValueLayout.JAVA_LONG, 0);
    return soft == RLIM_INFINITY ? Long.MAX_VALUE : soft;
  }
}
