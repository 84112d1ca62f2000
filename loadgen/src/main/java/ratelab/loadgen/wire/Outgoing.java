package ratelab.loadgen.wire;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The request under way: what of it is still to be written. */
final class Outgoing {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private ByteBuffer head = NOTHING;
  private ByteBuffer body = NOTHING;
  private boolean bodyWaits;
  private boolean refused;

  /** Replaces whatever was under way. */
  void begin(Message message, long id) {
    head = message.head(id, head);
    body = message.body();
    bodyWaits = message.expectsContinue();
    refused = false;
  }

  /** Writes what the connection takes. */
  void writeTo(Connection connection) throws IOException {
    if (head.hasRemaining()) {
      connection.write(head);
    }
    if (body.hasRemaining() && !bodyWaits && !head.hasRemaining()) {
      connection.write(body);
    }
  }

  /**
   * The server wants the body that waited for its word.
   *
   * @return whether that was news
   */
  boolean release() {
    boolean waited = bodyWaits && !refused;
    bodyWaits &= !waited;
    return waited;
  }

  /** The server does not read any more; the rest stays unwritten. */
  void refuse() {
    head.position(head.limit());
    bodyWaits = true;
    refused = true;
  }

  /** Whether bytes could be written if there were room. */
  boolean blocked() {
    return head.hasRemaining() || (body.hasRemaining() && !bodyWaits);
  }

  /** Whether all has been written. */
  boolean complete() {
    return !refused && !head.hasRemaining() && !body.hasRemaining();
  }
}
