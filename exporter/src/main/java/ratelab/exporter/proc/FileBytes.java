package ratelab.exporter.proc;

import java.nio.charset.StandardCharsets;

/** The bytes of one file; valid until the same {@link ProcFiles} reads the next one. */
final class FileBytes {
  private final byte[] bytes;
  private final int length;

  FileBytes(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  int length() {
    return length;
  }

  byte at(int index) {
    return bytes[index];
  }

  int firstIndexOf(char wanted) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] == wanted) return i;
    }
    return -1;
  }

  int lastIndexOf(char wanted) {
    for (int i = length - 1; i >= 0; i--) {
      if (bytes[i] == wanted) return i;
    }
    return -1;
  }

  /** Decodes UTF-8; bytes that are not become U+FFFD, as names may hold anything but NUL. */
  String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /**
   * Where the text after {@code prefix} begins, on the first line that starts with it; -1 if none.
   */
  int afterLineStart(String prefix) {
    for (int line = 0; line < length; line = nextLine(line)) {
      if (startsWith(prefix, line)) return line + prefix.length();
    }
    return -1;
  }

  private int nextLine(int from) {
    int at = from;
    while (at < length && bytes[at] != '\n') at++;
    return at + 1;
  }

  private boolean startsWith(String prefix, int from) {
    if (from + prefix.length() > length) return false;
    for (int i = 0; i < prefix.length(); i++) {
      if (bytes[from + i] != prefix.charAt(i)) return false;
    }
    return true;
  }
}
