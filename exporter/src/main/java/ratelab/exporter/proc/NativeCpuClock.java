package ratelab.exporter.proc;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.OptionalLong;
import ratelab.exporter.proc.libc.Libc;

/**
 * The kernel's process CPU clock. Needs no privilege, also answers for zombies and kernel threads,
 * and takes pids as seen by the caller: with another namespace's procfs it would read strangers.
 */
final class NativeCpuClock implements CpuClock {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** CPUCLOCK_SCHED of linux/posix-timers.h: precise run time rather than sampled ticks. */
  private static final int SCHEDULER_TIME = 2;

  private final Libc libc;

  /** struct timespec on 64-bit Linux: seconds, then nanoseconds. */
  private final MemorySegment timespec = Arena.ofAuto().allocate(ValueLayout.JAVA_LONG, 2);

  NativeCpuClock(Libc libc) {
    this.libc = libc;
  }

  @Override
  public OptionalLong nanos(int pid) {
    long nanos = nanosOrUnreadable(pid);
    return nanos == UNREADABLE ? OptionalLong.empty() : OptionalLong.of(nanos);
  }

  @Override
  public long nanosOrUnreadable(int pid) {
    if (!libc.clockGettime(clockId(pid), timespec)) return UNREADABLE;
    long seconds = timespec.get(ValueLayout.JAVA_LONG, 0);
    long nanos = timespec.get(ValueLayout.JAVA_LONG, Long.BYTES);
    return seconds * NANOS_PER_SECOND + nanos;
  }

  /** MAKE_PROCESS_CPUCLOCK of linux/posix-timers.h. */
  private static int clockId(int pid) {
    return (~pid << 3) | SCHEDULER_TIME;
  }
}
