package ratelab.loadgen.wire;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of one connection, plain or through TLS. Nothing here ever blocks. */
interface ByteStream extends AutoCloseable {
  /**
   * Goes on with agreeing on TLS; nothing to do without it.
   *
   * @return whether that is done
   */
  boolean establish() throws IOException;

  /**
   * Reads some bytes.
   *
   * @param into has room; through TLS, for a whole record
   * @return their number; 0 if there are none yet; -1 at the regular end of the stream
   */
  int read(ByteBuffer into) throws IOException;

  /** Whether the last read may have left bytes that no event of the selector will announce. */
  boolean mayHaveMore();

  /** Takes as many bytes as it can. */
  void write(ByteBuffer from) throws IOException;

  /** Whether bytes that it took, or its own ones, wait for the socket to become writable. */
  boolean hasUnsent();

  /** Closes the connection without further words. */
  @Override
  void close();
}
