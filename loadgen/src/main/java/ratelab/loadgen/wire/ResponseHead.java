package ratelab.loadgen.wire;

import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The head of a response as far as it says where the response ends (RFC 9112, section 6) and what
 * becomes of the connection (section 9.3).
 */
final class ResponseHead {
  /** How the end of the body is found. */
  enum Framing {
    EMPTY,
    LENGTH,
    CHUNKED,
    /** The body lasts as long as the connection. */
    UNTIL_CLOSE
  }

  private static final long UNKNOWN = -1;

  private int status;
  private boolean http11;
  private long length;
  private boolean coded;
  private boolean chunkedLast;
  private boolean close;
  private boolean keepAlive;
  private @Nullable String location;

  private void clear() {
    length = UNKNOWN;
    coded = false;
    chunkedLast = false;
    close = false;
    keepAlive = false;
    location = null;
  }

  /** Begins a head with its first line. */
  void statusLine(Lines line) throws ProtocolException {
    clear();
    byte[] bytes = line.bytes();
    int at = line.start();
    int length = line.end() - at;
    boolean valid =
        length >= 12
            && bytes[at] == 'H'
            && bytes[at + 1] == 'T'
            && bytes[at + 2] == 'T'
            && bytes[at + 3] == 'P'
            && bytes[at + 4] == '/'
            && bytes[at + 5] == '1'
            && bytes[at + 6] == '.'
            && (bytes[at + 7] == '0' || bytes[at + 7] == '1')
            && bytes[at + 8] == ' '
            && (length == 12 || bytes[at + 12] == ' ');
    status = valid ? statusCode(bytes, at + 9) : 0;
    if (status < 100) {
      throw new ProtocolException("Unexpected status line: " + line.excerpt());
    }
    http11 = bytes[at + 7] == '1';
  }

  private static int statusCode(byte[] bytes, int from) {
    int code = 0;
    for (int i = from; i < from + 3; i++) {
      if (!isDigit(bytes[i])) {
        return 0;
      }
      code = 10 * code + (bytes[i] - '0');
    }
    return code;
  }

  /** Takes one header line; only those that matter here are looked into. */
  void header(Lines line) throws ProtocolException {
    byte[] bytes = line.bytes();
    int from = line.start();
    int colon = from;
    while (colon < line.end() && bytes[colon] > ' ' && bytes[colon] != ':') {
      colon++;
    }
    if (colon == from || colon == line.end() || bytes[colon] != ':') {
      throw new ProtocolException("Unexpected header: " + line.excerpt());
    }
    switch (colon - from) {
      case 8 -> {
        if (named(bytes, from, "location")) {
          location = value(line, colon);
        }
      }
      case 10 -> {
        if (named(bytes, from, "connection")) {
          connection(line, colon);
        }
      }
      case 14 -> {
        if (named(bytes, from, "content-length")) {
          contentLength(line, colon);
        }
      }
      case 17 -> {
        if (named(bytes, from, "transfer-encoding")) {
          transferEncoding(value(line, colon));
        }
      }
      default -> {
        // Of no consequence for the framing.
      }
    }
  }

  private static boolean named(byte[] bytes, int from, String name) {
    for (int i = 0; i < name.length(); i++) {
      if ((bytes[from + i] | 0x20) != name.charAt(i) && bytes[from + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static String value(Lines line, int colon) {
    int from = colon + 1;
    return new String(line.bytes(), from, line.end() - from, StandardCharsets.ISO_8859_1).strip();
  }

  /** Servers send this line with every response, so it is read without making strings. */
  private void connection(Lines line, int colon) {
    byte[] bytes = line.bytes();
    int from = colon + 1;
    while (from < line.end()) {
      int end = from;
      while (end < line.end() && bytes[end] != ',') {
        end++;
      }
      option(bytes, from, end);
      from = end + 1;
    }
  }

  private void option(byte[] bytes, int start, int limit) {
    int from = start;
    int end = limit;
    while (from < end && isBlank(bytes[from])) {
      from++;
    }
    while (from < end && isBlank(bytes[end - 1])) {
      end--;
    }
    close |= end - from == 5 && named(bytes, from, "close");
    keepAlive |= end - from == 10 && named(bytes, from, "keep-alive");
  }

  /** Repeated equal lengths are one (RFC 9112, 6.3); different ones hide the end of the body. */
  private void contentLength(Lines line, int colon) throws ProtocolException {
    byte[] bytes = line.bytes();
    int from = colon + 1;
    int end = line.end();
    while (from < end && isBlank(bytes[from])) {
      from++;
    }
    while (from < end && isBlank(bytes[end - 1])) {
      end--;
    }
    long value = 0;
    int digits = 0;
    for (int i = from; i < end; i++) {
      if (bytes[i] == ',' && digits > 0) {
        oneLength(value, line);
        value = 0;
        digits = 0;
      } else if (isDigit(bytes[i]) && value < Long.MAX_VALUE / 10 - 1) {
        value = 10 * value + (bytes[i] - '0');
        digits++;
      } else if (!(isBlank(bytes[i]) && digits == 0)) {
        throw new ProtocolException("Unexpected header: " + line.excerpt());
      }
    }
    if (digits == 0) {
      throw new ProtocolException("Unexpected header: " + line.excerpt());
    }
    oneLength(value, line);
  }

  private void oneLength(long value, Lines line) throws ProtocolException {
    if (length != UNKNOWN && length != value) {
      throw new ProtocolException("two lengths: " + length + " and " + line.excerpt());
    }
    length = value;
  }

  private void transferEncoding(String value) {
    coded = true;
    String last = value.substring(value.lastIndexOf(',') + 1).strip();
    chunkedLast = last.equalsIgnoreCase("chunked");
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  int status() {
    return status;
  }

  /** As ALPN names it. */
  String protocol() {
    return http11 ? "http/1.1" : "http/1.0";
  }

  /** Whether another head follows, that of the real response. */
  boolean interim() {
    return status < 200;
  }

  /** Where a redirect leads; null if the head does not say. */
  @Nullable String location() {
    return location;
  }

  /** The length that {@link Framing#LENGTH} means. */
  long length() {
    return length;
  }

  /**
   * How the body ends. Transfer-Encoding outranks Content-Length.
   *
   * @param toHead whether the request's method was HEAD
   */
  Framing framing(boolean toHead) {
    if (toHead || status == 204 || status == 304 || interim()) {
      return Framing.EMPTY;
    }
    if (coded) {
      return chunkedLast ? Framing.CHUNKED : Framing.UNTIL_CLOSE;
    }
    if (length == UNKNOWN) {
      return Framing.UNTIL_CLOSE;
    }
    return length == 0 ? Framing.EMPTY : Framing.LENGTH;
  }

  /**
   * Whether the connection may carry another request. Not if the framing is doubtful: both a length
   * and a coding, or a coding in HTTP/1.0.
   */
  boolean persistent() {
    boolean doubtful = coded && (length != UNKNOWN || !http11);
    return !close && (http11 || keepAlive) && !doubtful;
  }
}
