package ratelab.loadgen.wire;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Takes lines out of bytes that come in pieces of any size. A line within one piece is not copied;
 * one that is split is put together here. Lines end with LF, and a CR before it is not part of
 * them.
 */
final class Lines {
  private static final byte[] NOTHING = {};

  private byte[] carry = NOTHING;
  private int carried;
  private boolean returnedCarry;
  private byte[] bytes = NOTHING;
  private int start;
  private int end;
  private int length;

  /** Forgets the beginning of a line that has not ended. */
  void begin() {
    carried = 0;
    returnedCarry = false;
  }

  /**
   * Moves to the next line.
   *
   * @param in has an array
   * @param mostBytes of a line, its end included
   * @return false if the line's end is not there yet: all bytes are taken
   * @throws ProtocolException if the line is longer
   */
  boolean next(ByteBuffer in, int mostBytes) throws ProtocolException {
    if (returnedCarry) {
      begin();
    }
    byte[] array = in.array();
    int from = in.arrayOffset() + in.position();
    int limit = in.arrayOffset() + in.limit();
    int feed = from;
    while (feed < limit && array[feed] != '\n') {
      feed++;
    }
    int piece = Math.min(feed + 1, limit) - from;
    length = carried + piece;
    if (length > mostBytes) {
      throw new ProtocolException("a line or a head of more than " + mostBytes + " bytes");
    }
    in.position(in.position() + piece);
    boolean ended = feed < limit;
    if (carried == 0 && ended) {
      view(array, from, feed);
    } else {
      keep(array, from, piece);
      returnedCarry = ended;
      if (ended) {
        view(carry, 0, carried - 1);
      }
    }
    return ended;
  }

  private void keep(byte[] array, int from, int piece) {
    if (length > carry.length) {
      carry = Arrays.copyOf(carry, Math.max(256, 2 * length));
    }
    System.arraycopy(array, from, carry, carried, piece);
    carried = length;
  }

  private void view(byte[] array, int from, int feed) {
    bytes = array;
    start = from;
    end = feed > from && array[feed - 1] == '\r' ? feed - 1 : feed;
  }

  /** The array that holds the line; until the next call of {@link #next}. */
  byte[] bytes() {
    return bytes;
  }

  /** Index of the line's first byte. */
  int start() {
    return start;
  }

  /** Index after the line's last byte. */
  int end() {
    return end;
  }

  /** Bytes of the line with its end. */
  int length() {
    return length;
  }

  boolean isEmpty() {
    return start == end;
  }

  /** The line for a message: shortened, and readable whatever is in it. */
  String excerpt() {
    int most = Math.min(end, start + 80);
    String text = new String(bytes, start, most - start, StandardCharsets.ISO_8859_1);
    return text.replaceAll("[^ -~]", "?") + (most < end ? "..." : "");
  }
}
