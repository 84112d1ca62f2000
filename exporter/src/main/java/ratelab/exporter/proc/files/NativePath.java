package ratelab.exporter.proc.files;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** Room for one path as C takes it; the next path replaces it. */
final class NativePath {
  /** PATH_MAX of linux/limits.h, its NUL included. */
  private static final int PATH_BYTES = 4096;

  private final MemorySegment segment = Arena.ofAuto().allocate(PATH_BYTES);
  private final byte[] bytes = new byte[PATH_BYTES];
  private int length;

  /** Any path; one that is too long becomes empty, and no file has that. */
  MemorySegment of(String path) {
    byte[] encoded = path.getBytes(StandardCharsets.UTF_8);
    length = 0;
    if (encoded.length < PATH_BYTES) {
      System.arraycopy(encoded, 0, bytes, 0, encoded.length);
      length = encoded.length;
    }
    return terminated();
  }

  /** What {@link TaskDirectory#path} says, without a string in between. */
  MemorySegment of(TaskDirectory task, String file) {
    length = 0;
    append(task.pid());
    if (task.isThread()) {
      append("/task/");
      append(task.tid());
    }
    append("/");
    append(file);
    return terminated();
  }

  private void append(String ascii) {
    for (int i = 0; i < ascii.length(); i++) bytes[length++] = (byte) ascii.charAt(i);
  }

  private void append(int number) {
    int end = length + digits(number);
    length = end;
    for (int rest = number; rest > 0; rest /= 10) bytes[--end] = (byte) ('0' + rest % 10);
  }

  private static int digits(int number) {
    int digits = 0;
    for (int rest = number; rest > 0; rest /= 10) digits++;
    return digits;
  }

  private MemorySegment terminated() {
    bytes[length++] = 0;
    MemorySegment.copy(bytes, 0, segment, ValueLayout.JAVA_BYTE, 0, length);
    return segment;
  }
}
