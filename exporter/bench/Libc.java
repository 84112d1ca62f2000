import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** The system calls of the kernel floor, with nothing around them. Not for more than one thread. */
final class Libc {
  private static final int O_RDONLY = 0;
  private static final int O_PATH = 010000000;
  private static final int RLIMIT_NOFILE = 7;
  private static final int CLOCK_THREAD_CPUTIME_ID = 3;
  private static final int BUFFER_BYTES = 1 << 16;

  private static final MethodHandle OPEN = handle("open", JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle CLOSE = handle("close", JAVA_INT, JAVA_INT);
  private static final MethodHandle PREAD =
      handle("pread", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG);
  private static final MethodHandle FSTAT = handle("fstat", JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle STAT = handle("stat", JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle GETDENTS =
      handle("getdents64", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
  private static final MethodHandle PRLIMIT =
      handle("prlimit", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle CLOCK_GETTIME =
      handle("clock_gettime", JAVA_INT, JAVA_INT, ADDRESS);

  private static final MemorySegment BUFFER = Arena.global().allocate(BUFFER_BYTES, 8);

  private Libc() {}

  /** A path as C takes it; it is never freed. */
  static MemorySegment path(String path) {
    return Arena.global().allocateFrom(path);
  }

  /** A descriptor, or -1. */
  static int open(MemorySegment path) {
    return (int) call(() -> (int) OPEN.invokeExact(path, O_RDONLY));
  }

  /** A descriptor that is only good for {@link #fstat}, or -1. */
  static int openPath(MemorySegment path) {
    return (int) call(() -> (int) OPEN.invokeExact(path, O_PATH));
  }

  static void close(int descriptor) {
    call(() -> (int) CLOSE.invokeExact(descriptor));
  }

  /** Reads from the start; the number of bytes, or -1. */
  static long read(int descriptor) {
    return call(() -> (long) PREAD.invokeExact(descriptor, BUFFER, (long) BUFFER_BYTES, 0L));
  }

  static void fstat(int descriptor) {
    call(() -> (int) FSTAT.invokeExact(descriptor, BUFFER));
  }

  static void stat(MemorySegment path) {
    call(() -> (int) STAT.invokeExact(path, BUFFER));
  }

  static long getdents(int descriptor) {
    return call(() -> (long) GETDENTS.invokeExact(descriptor, BUFFER, (long) BUFFER_BYTES));
  }

  /** Asks for the limit of open files of a process. */
  static void nofileLimit(int pid) {
    call(() -> (int) PRLIMIT.invokeExact(pid, RLIMIT_NOFILE, MemorySegment.NULL, BUFFER));
  }

  /** CPU time of the calling thread in nanoseconds. */
  static long threadCpuNanos() {
    return clockNanos(CLOCK_THREAD_CPUTIME_ID);
  }

  /**
   * CPU time, user and system, of a process with all its threads, ended ones included, in
   * nanoseconds; the clock id is {@code MAKE_PROCESS_CPUCLOCK(pid, CPUCLOCK_SCHED)} of the kernel.
   */
  static long processCpuNanos(long pid) {
    return clockNanos((~(int) pid << 3) | 2);
  }

  private static long clockNanos(int clock) {
    if (call(() -> (int) CLOCK_GETTIME.invokeExact(clock, BUFFER)) != 0) {
      throw new IllegalStateException("no CPU clock " + clock + "; has the process ended?");
    }
    return BUFFER.get(JAVA_LONG, 0) * 1_000_000_000L + BUFFER.get(JAVA_LONG, 8);
  }

  private interface NativeCall {
    long run() throws Throwable;
  }

  private static long call(NativeCall call) {
    try {
      return call.run();
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MethodHandle handle(String name, MemoryLayout result, MemoryLayout... arguments) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments));
  }
}
