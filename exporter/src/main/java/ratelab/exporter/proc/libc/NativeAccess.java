package ratelab.exporter.proc.libc;

import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** Whether native calls are possible; apart from {@link Libc}, which makes them when it loads. */
public final class NativeAccess {
  /** Younger than the others: glibc has had both since 2.30, musl not under these names. */
  private static final List<String> YOUNGEST = List.of("getdents64", "statx");

  private NativeAccess() {}

  /** On 64-bit Linux, and only if the user allows them: otherwise Java warns or refuses. */
  public static boolean isPermitted() {
    return System.getProperty("os.name").equals("Linux")
        && ValueLayout.ADDRESS.byteSize() == Long.BYTES
        && NativeAccess.class.getModule().isNativeAccessEnabled()
        && hasAllFunctions();
  }

  private static boolean hasAllFunctions() {
    SymbolLookup library = Linker.nativeLinker().defaultLookup();
    return YOUNGEST.stream().allMatch(name -> library.find(name).isPresent());
  }
}
