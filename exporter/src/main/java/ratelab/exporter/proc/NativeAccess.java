package ratelab.exporter.proc;

import java.lang.foreign.ValueLayout;

/** Whether native calls are possible; apart from {@link Libc}, which makes them when it loads. */
final class NativeAccess {
  private NativeAccess() {}

  /** On 64-bit Linux, and only if the user allows them: otherwise Java warns or refuses. */
  static boolean isPermitted() {
    return System.getProperty("os.name").equals("Linux")
        && ValueLayout.ADDRESS.byteSize() == Long.BYTES
        && NativeAccess.class.getModule().isNativeAccessEnabled();
  }
}
