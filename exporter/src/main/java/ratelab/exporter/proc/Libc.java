package ratelab.exporter.proc;

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
 * The few C library calls of the native reader, on 64-bit Linux. They return what C returns, or the
 * negated errno, as the kernel itself does. An instance keeps its errno: one thread at a time.
 * Merely to initialise this class takes {@link NativeAccess}.
 */
final class Libc {
  /** Relative paths start at the working directory: AT_FDCWD of fcntl.h. */
  static final int WORKING_DIRECTORY = -100;

  private static final int READ_ONLY_CLOSE_ON_EXEC = 0x80000;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle OPENAT =
      function(
          "openat",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT),
          Linker.Option.firstVariadicArg(3));
  private static final MethodHandle PREAD =
      function("pread", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle CLOSE =
      function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle CLOCK_GETTIME =
      function("clock_gettime", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));

  private final MemorySegment callState = Arena.ofAuto().allocate(CALL_STATE);

  /** Opens for reading; {@code path} ends with NUL. Returns a descriptor or the negated errno. */
  int openAt(int directory, MemorySegment path) {
    try {
      int result = (int) OPENAT.invokeExact(callState, directory, path, READ_ONLY_CLOSE_ON_EXEC);
      return result < 0 ? -errno() : result;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Returns the bytes read, 0 at the end, or the negated errno. */
  long pread(int descriptor, MemorySegment into, long offset) {
    try {
      long result = (long) PREAD.invokeExact(callState, descriptor, into, into.byteSize(), offset);
      return result < 0 ? -errno() : result;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Linux frees the descriptor whatever it answers, so there is nothing to report or retry. */
  void close(int descriptor) {
    try {
      int ignored = (int) CLOSE.invokeExact(callState, descriptor);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Returns 0 or the negated errno. */
  int clockGettime(int clock, MemorySegment timespec) {
    try {
      int result = (int) CLOCK_GETTIME.invokeExact(callState, clock, timespec);
      return result < 0 ? -errno() : result;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private int errno() {
    return (int) ERRNO.get(callState, 0L);
  }

  @SuppressWarnings("restricted") // NativeAccess is asked before.
  private static MethodHandle function(
      String name, FunctionDescriptor type, Linker.Option... options) {
    Linker.Option[] all = new Linker.Option[options.length + 1];
    System.arraycopy(options, 0, all, 0, options.length);
    all[options.length] = Linker.Option.captureCallState("errno");
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type, all);
  }

  /** C functions throw nothing, so this is a broken call, not a failed one. */
  private static AssertionError unexpected(Throwable e) {
    return new AssertionError("native call failed", e);
  }
}
