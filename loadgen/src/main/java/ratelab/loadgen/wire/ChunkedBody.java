package ratelab.loadgen.wire;

import java.net.ProtocolException;
import java.nio.ByteBuffer;

/** A body in chunks with its trailers (RFC 9112, section 7.1); the content is only counted. */
final class ChunkedBody {
  private static final int MOST_SIZE_LINE_BYTES = 16 * 1024;
  private static final int MOST_TRAILER_BYTES = 256 * 1024;
  private static final int MOST_SIZE_DIGITS = 15;

  private enum Part {
    SIZE,
    CONTENT,
    CONTENT_END,
    TRAILERS
  }

  private final Lines lines;
  private Part part = Part.SIZE;
  private long left;
  private long content;
  private boolean returned;
  private int trailerBytes;

  ChunkedBody(Lines lines) {
    this.lines = lines;
  }

  void begin() {
    part = Part.SIZE;
    content = 0;
    trailerBytes = 0;
  }

  /** Bytes of content so far. */
  long content() {
    return content;
  }

  /**
   * Takes what is there of the body.
   *
   * @return whether the body is complete
   */
  boolean take(ByteBuffer in) throws ProtocolException {
    while (in.hasRemaining()) {
      switch (part) {
        case SIZE -> size(in);
        case CONTENT -> content(in);
        case CONTENT_END -> contentEnd(in);
        case TRAILERS -> {
          if (trailersEnd(in)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void size(ByteBuffer in) throws ProtocolException {
    if (lines.next(in, MOST_SIZE_LINE_BYTES)) {
      left = size();
      part = left == 0 ? Part.TRAILERS : Part.CONTENT;
    }
  }

  /** Hexadecimal digits, then nothing, blanks or an extension. */
  private long size() throws ProtocolException {
    byte[] bytes = lines.bytes();
    int at = lines.start();
    long size = 0;
    while (at < lines.end() && Character.digit(bytes[at], 16) >= 0) {
      size = 16 * size + Character.digit(bytes[at], 16);
      at++;
    }
    int digits = at - lines.start();
    boolean delimited =
        at == lines.end() || bytes[at] == ';' || bytes[at] == ' ' || bytes[at] == '\t';
    if (digits == 0 || digits > MOST_SIZE_DIGITS || !delimited) {
      throw new ProtocolException("Unexpected chunk size: " + lines.excerpt());
    }
    return size;
  }

  private void content(ByteBuffer in) {
    int piece = (int) Math.min(left, in.remaining());
    in.position(in.position() + piece);
    content += piece;
    left -= piece;
    if (left == 0) {
      part = Part.CONTENT_END;
      returned = false;
    }
  }

  /** Byte by byte: what is no line end must fail at once and not be waited for as a long line. */
  private void contentEnd(ByteBuffer in) throws ProtocolException {
    byte next = in.get();
    if (next == '\n') {
      part = Part.SIZE;
    } else if (next != '\r' || returned) {
      throw new ProtocolException("a chunk is longer than its size");
    } else {
      returned = true;
    }
  }

  private boolean trailersEnd(ByteBuffer in) throws ProtocolException {
    if (!lines.next(in, MOST_TRAILER_BYTES - trailerBytes)) {
      return false;
    }
    trailerBytes += lines.length();
    return lines.isEmpty();
  }
}
