package ratelab.exporter.proc.files;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import ratelab.exporter.proc.libc.Libc;

/**
 * Lists directories by getdents64(2), which tells the inode of each entry besides its name. The
 * structure it fills begins with the inode; see the manual page.
 */
final class DirectoryReader {
  private static final int BUFFER_BYTES = 32 * 1024;
  private static final int RECORD_LENGTH = 16;
  private static final int NAME = 19;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.nativeOrder());

  private final Libc libc;
  private final MemorySegment buffer = Arena.ofAuto().allocate(BUFFER_BYTES, Long.BYTES);
  private final byte[] bytes = new byte[BUFFER_BYTES];

  DirectoryReader(Libc libc) {
    this.libc = libc;
  }

  /** Reads all of it, from its start; the number of entries or the negated errno. */
  int list(int descriptor, NumberedEntries into) {
    into.clear();
    int length = libc.rewind(descriptor);
    if (length < 0) return length;
    while ((length = libc.getdents(descriptor, buffer)) > 0) {
      MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, bytes, 0, length);
      add(length, into);
    }
    into.sort();
    return length < 0 ? length : into.size();
  }

  private void add(int length, NumberedEntries into) {
    for (int at = 0; at < length; at += (short) SHORT.get(bytes, at + RECORD_LENGTH)) {
      int number = EntryName.number(bytes, at + NAME);
      if (number >= 0) into.add(number, (long) LONG.get(bytes, at));
    }
  }
}
