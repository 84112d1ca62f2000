package ratelab.loadgen.wire;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one response at a time from bytes that come in pieces of any size. Pure: it knows neither
 * connections nor clocks. Bytes after the end of the response are left in the buffer; they belong
 * to no response, because only one request is in flight on a connection.
 */
final class ResponseReader {
  /** Of all heads of a response together, interim ones included. */
  static final int MOST_HEAD_BYTES = 256 * 1024;

  private enum Part {
    STATUS_LINE,
    HEADERS,
    LENGTH_BODY,
    CHUNKED_BODY,
    BODY_UNTIL_CLOSE,
    COMPLETE
  }

  private final Lines lines = new Lines();
  private final ResponseHead head = new ResponseHead();
  private final ChunkedBody chunks = new ChunkedBody(lines);
  private Part part = Part.COMPLETE;
  private boolean toHead;
  private boolean started;
  private boolean continued;
  private int headBytes;
  private long length;
  private long left;
  private long streamed;

  /**
   * The next bytes begin the response to a new request.
   *
   * @param methodIsHead whether the request's method is HEAD: its response has no body
   */
  void begin(boolean methodIsHead) {
    lines.begin();
    part = Part.STATUS_LINE;
    toHead = methodIsHead;
    started = false;
    continued = false;
    headBytes = 0;
    chunks.begin();
    length = 0;
    left = 0;
    streamed = 0;
  }

  /**
   * Takes what is there of the response.
   *
   * @param in has an array
   * @return whether the response is complete
   * @throws ProtocolException if this is not HTTP/1: nothing that follows can be understood
   */
  boolean take(ByteBuffer in) throws ProtocolException {
    started |= in.hasRemaining();
    while (in.hasRemaining() && part != Part.COMPLETE) {
      switch (part) {
        case STATUS_LINE -> {
          if (nextHeadLine(in)) {
            head.statusLine(lines);
            part = Part.HEADERS;
          }
        }
        case HEADERS -> header(in);
        case LENGTH_BODY -> {
          left -= skip(in, left);
          if (left == 0) {
            part = Part.COMPLETE;
          }
        }
        case CHUNKED_BODY -> {
          if (chunks.take(in)) {
            part = Part.COMPLETE;
          }
        }
        case BODY_UNTIL_CLOSE -> streamed += skip(in, Long.MAX_VALUE);
        case COMPLETE -> throw new AssertionError("the loop has ended");
      }
    }
    return part == Part.COMPLETE;
  }

  private boolean nextHeadLine(ByteBuffer in) throws ProtocolException {
    if (!lines.next(in, MOST_HEAD_BYTES - headBytes)) {
      return false;
    }
    headBytes += lines.length();
    return true;
  }

  private void header(ByteBuffer in) throws ProtocolException {
    if (nextHeadLine(in)) {
      if (lines.isEmpty()) {
        headEnd();
      } else {
        head.header(lines);
      }
    }
  }

  private void headEnd() throws ProtocolException {
    if (head.status() == 101) {
      throw new ProtocolException("the server switches protocols without being asked");
    }
    if (head.interim()) {
      continued |= head.status() == 100;
      part = Part.STATUS_LINE;
      return;
    }
    switch (head.framing(toHead)) {
      case EMPTY -> part = Part.COMPLETE;
      case LENGTH -> {
        length = head.length();
        left = length;
        part = Part.LENGTH_BODY;
      }
      case CHUNKED -> part = Part.CHUNKED_BODY;
      case UNTIL_CLOSE -> part = Part.BODY_UNTIL_CLOSE;
    }
  }

  private static int skip(ByteBuffer in, long most) {
    int bytes = (int) Math.min(most, in.remaining());
    in.position(in.position() + bytes);
    return bytes;
  }

  /** Whether the end of the connection, now, is the regular end of the response. */
  boolean endsWithConnection() {
    return part == Part.BODY_UNTIL_CLOSE;
  }

  /** Whether any byte of the response has come. */
  boolean started() {
    return started;
  }

  /** Whether the server has said, by status 100, that it wants the request's body. */
  boolean continued() {
    return continued;
  }

  /** Whether the head of the response, interim ones aside, is complete. */
  boolean headed() {
    return part.compareTo(Part.HEADERS) > 0;
  }

  /** The status of a response whose head is complete. */
  int status() {
    return head.status();
  }

  /** The protocol of a response whose head is complete, as ALPN names it. */
  String protocol() {
    return head.protocol();
  }

  /** Where a redirect leads; null if the response does not say. */
  @Nullable String location() {
    return head.location();
  }

  /** Bytes of the body so far, without the frames of chunks. */
  long bodyBytes() {
    return length - left + streamed + chunks.content();
  }

  /** Whether the connection may carry another request after a complete response. */
  boolean persistent() {
    return part == Part.COMPLETE && head.persistent();
  }
}
