package ratelab.exporter.metrics;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Collects text as bytes and hands them on in pieces, without an object for each number. */
final class TextBuffer {
  private static final int PIECE_BYTES = 16 * 1024;

  /** The longest number, with its sign. */
  private static final int NUMBER_BYTES = 32;

  /**
   * Below this a double that is whole is also exact as a long, and short enough to be written so.
   */
  private static final double WHOLE_BELOW = 1e15;

  private final OutputStream out;
  private final byte[] bytes = new byte[PIECE_BYTES];
  private final byte[] digits = new byte[NUMBER_BYTES];
  private int length;

  TextBuffer(OutputStream out) {
    this.out = out;
  }

  TextBuffer text(String text) throws IOException {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  TextBuffer bytes(byte[] text) throws IOException {
    if (text.length > PIECE_BYTES - length) flush();
    if (text.length > PIECE_BYTES) {
      out.write(text);
      return this;
    }
    System.arraycopy(text, 0, bytes, length, text.length);
    length += text.length;
    return this;
  }

  TextBuffer character(char ascii) throws IOException {
    if (length == PIECE_BYTES) flush();
    bytes[length++] = (byte) ascii;
    return this;
  }

  /** Whole numbers without a point, others as short as they stay exact. */
  TextBuffer number(double value) throws IOException {
    boolean isWhole = value == Math.rint(value) && Math.abs(value) < WHOLE_BELOW;
    return isWhole ? whole((long) value) : text(Double.toString(value));
  }

  private TextBuffer whole(long value) throws IOException {
    if (length > PIECE_BYTES - NUMBER_BYTES) flush();
    if (value < 0) bytes[length++] = '-';
    long rest = Math.abs(value);
    int count = 0;
    do {
      digits[count++] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    while (count > 0) bytes[length++] = digits[--count];
    return this;
  }

  /** Hands on what has been collected. */
  void flush() throws IOException {
    out.write(bytes, 0, length);
    length = 0;
  }
}
