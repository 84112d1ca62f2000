package ratelab.exporter.proc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** The units in which the kernel counts time and memory in stat. */
public record KernelUnits(int ticksPerSecond, long pageBytes) {
  /** What every 64-bit x86 Linux has; others name their own in the auxiliary vector. */
  public static final KernelUnits USUAL = new KernelUnits(100, 4096);

  private static final long PAGE_BYTES_KEY = 6;
  private static final long TICKS_KEY = 17;

  /**
   * Asks the auxiliary vector that the kernel gives every process (getauxval(3), AT_PAGESZ and
   * AT_CLKTCK), which needs no native call; where it cannot be read, the usual values.
   */
  public static KernelUnits ofThisSystem() {
    try {
      return parse(Files.readAllBytes(Path.of("/proc/self/auxv")));
    } catch (IOException e) {
      return USUAL;
    }
  }

  /** Parses pairs of 64-bit words: key, value. */
  static KernelUnits parse(byte[] auxiliaryVector) {
    int ticks = USUAL.ticksPerSecond;
    long page = USUAL.pageBytes;
    ByteBuffer words = ByteBuffer.wrap(auxiliaryVector).order(ByteOrder.nativeOrder());
    while (words.remaining() >= 2 * Long.BYTES) {
      long key = words.getLong();
      long value = words.getLong();
      if (key == PAGE_BYTES_KEY) page = value;
      if (key == TICKS_KEY) ticks = (int) value;
    }
    return new KernelUnits(ticks, page);
  }
}
