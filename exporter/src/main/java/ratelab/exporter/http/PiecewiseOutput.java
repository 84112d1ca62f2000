package ratelab.exporter.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Hands a large body on in pieces. The JDK's server allocates twice what it gets in one call and
 * keeps that as long as the connection, so a big answer would stay in memory for every idle client.
 */
final class PiecewiseOutput extends FilterOutputStream {
  private static final int PIECE_BYTES = 32 * 1024;

  PiecewiseOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int end = offset + length;
    for (int from = offset; from < end; from += PIECE_BYTES) {
      out.write(bytes, from, Math.min(PIECE_BYTES, end - from));
    }
  }
}
