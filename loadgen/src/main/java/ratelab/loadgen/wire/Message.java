package ratelab.loadgen.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import okhttp3.Request;

/** One request as it goes over the wire, prepared once and sent any number of times. */
final class Message {
  /** A body up to this size goes out together with the head. */
  private static final int SMALL_BODY_BYTES = 4096;

  private static final int MOST_DIGITS = 20;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final Request request;
  private final Origin origin;
  private final boolean numbered;
  private final byte[] start;
  private final byte[] end;
  private final ByteBuffer body;
  private final boolean expectsContinue;
  private final boolean closes;
  private final boolean toHead;

  /**
   * @param request what the bytes say
   * @param start the head; if it is numbered, up to the attempt's number
   * @param headEnd what follows the number, or the end of the head
   */
  Message(
      Request request,
      Origin origin,
      boolean numbered,
      byte[] start,
      byte[] headEnd,
      byte[] content) {
    this.request = request;
    this.origin = origin;
    this.numbered = numbered;
    this.start = start;
    expectsContinue =
        content.length > 0 && "100-continue".equalsIgnoreCase(request.header("Expect"));
    closes = "close".equalsIgnoreCase(request.header("Connection"));
    toHead = request.method().equals("HEAD");
    boolean together = content.length <= SMALL_BODY_BYTES && !expectsContinue;
    end = together ? joined(headEnd, content) : headEnd;
    body = together ? NOTHING : direct(content);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** The system would copy a large array again for each piece that it takes. */
  private static ByteBuffer direct(byte[] content) {
    return ByteBuffer.allocateDirect(content.length).put(content).flip().asReadOnlyBuffer();
  }

  /**
   * The head with the attempt's number in its place, and a small body.
   *
   * @param into is used if it is large enough
   * @return ready to be read
   */
  ByteBuffer head(long id, ByteBuffer into) {
    int bytes = start.length + MOST_DIGITS + end.length;
    ByteBuffer out = into.capacity() < bytes ? ByteBuffer.allocate(bytes) : into.clear();
    out.put(start);
    if (numbered) {
      out.put(Long.toString(id).getBytes(StandardCharsets.US_ASCII));
    }
    return out.put(end).flip();
  }

  /** A body that is not together with the head, as a view that can be used up. */
  ByteBuffer body() {
    return body.duplicate();
  }

  Request request() {
    return request;
  }

  Origin origin() {
    return origin;
  }

  /** Whether the body waits until the server asks for it. */
  boolean expectsContinue() {
    return expectsContinue;
  }

  /** Whether the connection ends after the response. */
  boolean closes() {
    return closes;
  }

  /** Whether the response has no body, whatever its head says. */
  boolean toHead() {
    return toHead;
  }
}
