package ratelab.exporter.http.tls;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** As much of DER, the binary form under PEM (X.690), as wrapping a private key takes. */
final class Der {
  static final int INTEGER = 0x02;
  static final int OCTET_STRING = 0x04;
  static final int SEQUENCE = 0x30;

  private static final int LONG_FORM = 0x80;
  private static final int BYTE_MASK = 0xff;

  private Der() {}

  /** One element: tag, length, and the contents put together. */
  static byte[] element(int tag, byte[]... contents) {
    int length = Arrays.stream(contents).mapToInt(content -> content.length).sum();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (length < LONG_FORM) {
      out.write(length);
    } else {
      byte[] digits = ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
      int skip = Integer.numberOfLeadingZeros(length) / Byte.SIZE;
      out.write(LONG_FORM | (Integer.BYTES - skip));
      out.write(digits, skip, Integer.BYTES - skip);
    }
    for (byte[] content : contents) {
      out.writeBytes(content);
    }
    return out.toByteArray();
  }

  /**
   * Steps into the next element: moves the input behind it and returns its content.
   *
   * @throws TlsException if another element comes, or the input ends
   */
  static ByteBuffer content(ByteBuffer input, int tag) throws TlsException {
    try {
      int found = input.get() & BYTE_MASK;
      int length = length(input);
      if (found != tag || length < 0 || length > input.remaining()) throw malformed();
      ByteBuffer content = input.slice(input.position(), length);
      input.position(input.position() + length);
      return content;
    } catch (BufferUnderflowException e) {
      throw malformed();
    }
  }

  private static int length(ByteBuffer input) {
    int first = input.get() & BYTE_MASK;
    if (first < LONG_FORM) return first;
    int length = 0;
    for (int digits = first & ~LONG_FORM; digits > 0; digits--) {
      length = (length << Byte.SIZE) | (input.get() & BYTE_MASK);
    }
    return length;
  }

  static byte[] bytes(ByteBuffer content) {
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    return bytes;
  }

  private static TlsException malformed() {
    return new TlsException("the key is damaged: its content is not what its label says");
  }
}
