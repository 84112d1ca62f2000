package ratelab.exporter.proc.libc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The few C library calls of the native reader, on 64-bit Linux. Most return what C returns, or the
 * negated errno, as the kernel itself does. An instance keeps its errno: one thread at a time.
 * Merely to initialise this class takes {@link NativeAccess}.
 */
public final class Libc {
  /** Relative paths start at the working directory: AT_FDCWD of fcntl.h. */
  public static final int WORKING_DIRECTORY = -100;

  private static final int READ_ONLY_CLOSE_ON_EXEC = 0x80000;
  private static final int SEEK_SET = 0;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option CAPTURE_ERRNO = Linker.Option.captureCallState("errno");
  private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle OPENAT =
      function(
          "openat",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT),
          CAPTURE_ERRNO,
          Linker.Option.firstVariadicArg(3));
  private static final FunctionDescriptor PREAD_TYPE =
      FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG);
  private static final MethodHandle PREAD = function("pread", PREAD_TYPE);
  private static final MethodHandle PREAD_WITH_ERRNO = function("pread", PREAD_TYPE, CAPTURE_ERRNO);
  private static final MethodHandle CLOSE =
      function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle LSEEK =
      function(
          "lseek", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT), CAPTURE_ERRNO);
  private static final MethodHandle GETDENTS =
      function(
          "getdents64",
          FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG),
          CAPTURE_ERRNO);
  private static final MethodHandle STATX =
      function(
          "statx",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS),
          CAPTURE_ERRNO);
  private static final MethodHandle PRLIMIT =
      function("prlimit", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
  private static final MethodHandle CLOCK_GETTIME =
      function("clock_gettime", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
  private static final MethodHandle GETPWUID =
      function(
          "getpwuid_r",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS));

  private final MemorySegment callState = Arena.ofAuto().allocate(CALL_STATE);

  /** Opens for reading; {@code path} ends with NUL. Returns a descriptor or the negated errno. */
  public int openAt(int directory, MemorySegment path) {
    try {
      return checked((int) OPENAT.invokeExact(callState, directory, path, READ_ONLY_CLOSE_ON_EXEC));
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Returns the bytes read, 0 at the end, or the negated errno. */
  public int pread(int descriptor, MemorySegment into, long offset) {
    try {
      long size = into.byteSize();
      long result = (long) PREAD.invokeExact(descriptor, into, size, offset);
      if (result >= 0) return (int) result;
      // To have the errno makes garbage and takes time: only where there is one.
      return checked(
          (long) PREAD_WITH_ERRNO.invokeExact(callState, descriptor, into, size, offset));
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Linux frees the descriptor whatever it answers, so there is nothing to report or retry. */
  public void close(int descriptor) {
    try {
      int ignored = (int) CLOSE.invokeExact(descriptor);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Goes back to a file's start; returns 0 or the negated errno. */
  public int rewind(int descriptor) {
    try {
      return checked((long) LSEEK.invokeExact(callState, descriptor, 0L, SEEK_SET));
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** The next entries of a directory, as getdents64(2) packs them; bytes, 0 at the end. */
  public int getdents(int directory, MemorySegment into) {
    try {
      return checked((long) GETDENTS.invokeExact(callState, directory, into, into.byteSize()));
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Returns 0 or the negated errno. {@code wanted} is a mask and {@code result} a struct statx. */
  public int statx(int directory, MemorySegment path, int wanted, MemorySegment result) {
    try {
      return checked(
          (int) STATX.invokeExact(callState, directory, path, /* flags */ 0, wanted, result));
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Whether it could get the limit of another process. {@code pid} 0 is this one. */
  public boolean getLimit(int pid, int resource, MemorySegment softAndHard) {
    try {
      MemorySegment unchanged = MemorySegment.NULL;
      return (int) PRLIMIT.invokeExact(pid, resource, unchanged, softAndHard) == 0;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Whether it could read the clock. */
  public boolean clockGettime(int clock, MemorySegment timespec) {
    try {
      return (int) CLOCK_GETTIME.invokeExact(clock, timespec) == 0;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /**
   * Looks a user up by whatever ways the system is configured for, see getpwuid_r(3). Fills {@code
   * found} with the address of {@code passwd}, or with NULL if there is no such user.
   *
   * @return 0 or the negated errno
   */
  public int getpwuid(long uid, MemorySegment passwd, MemorySegment strings, MemorySegment found) {
    try {
      return -(int) GETPWUID.invokeExact((int) uid, passwd, strings, strings.byteSize(), found);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private int checked(long result) {
    return result < 0 ? -(int) ERRNO.get(callState, 0L) : (int) result;
  }

  @SuppressWarnings("restricted") // NativeAccess is asked before.
  private static MethodHandle function(
      String name, FunctionDescriptor type, Linker.Option... options) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type, options);
  }

  /** C functions throw nothing, so this is a broken call, not a failed one. */
  private static AssertionError unexpected(Throwable e) {
    return new AssertionError("native call failed", e);
  }
}
