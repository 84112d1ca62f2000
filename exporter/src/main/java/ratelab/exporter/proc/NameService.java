package ratelab.exporter.proc;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import ratelab.exporter.proc.libc.Errno;
import ratelab.exporter.proc.libc.Libc;

/** The users that the C library finds by the ways in {@code /etc/nsswitch.conf}; native. */
final class NameService {
  /** struct passwd is smaller everywhere; its first member is the address of the name. */
  private static final int PASSWD_BYTES = 128;

  private static final int FIRST_STRING_BYTES = 1024;
  private static final int MAX_STRING_BYTES = 1024 * 1024;

  private static final AddressLayout STRING = string();

  private final Libc libc = new Libc();

  /** Empty if there is no such user, or if whoever knows cannot be asked now. */
  Optional<String> nameOf(long uid) {
    for (int bytes = FIRST_STRING_BYTES; bytes <= MAX_STRING_BYTES; bytes *= 4) {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment passwd = arena.allocate(PASSWD_BYTES, Long.BYTES);
        MemorySegment found = arena.allocate(ADDRESS);
        int result = libc.getpwuid(uid, passwd, arena.allocate(bytes), found);
        if (result == -Errno.OUT_OF_RANGE) continue;
        boolean none = result != 0 || found.get(ADDRESS, 0).equals(MemorySegment.NULL);
        return none ? Optional.empty() : Optional.of(passwd.get(STRING, 0).getString(0));
      }
    }
    return Optional.empty();
  }

  /** The C library ends its strings with NUL, within the buffer. */
  @SuppressWarnings("restricted") // NativeAccess is asked before.
  private static AddressLayout string() {
    return ADDRESS.withTargetLayout(MemoryLayout.sequenceLayout(MAX_STRING_BYTES, JAVA_BYTE));
  }
}
