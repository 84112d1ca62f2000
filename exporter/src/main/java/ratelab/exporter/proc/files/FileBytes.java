package ratelab.exporter.proc.files;

import java.nio.charset.StandardCharsets;

/** The bytes of the file last read; the next read by the same {@link ProcFiles} replaces them. */
public final class FileBytes {
  private final FieldCursor cursor = new FieldCursor(this);
  private byte[] bytes;
  private int length;

  FileBytes(int capacity) {
    this.bytes = new byte[capacity];
  }

  /** Bytes that come from no file. */
  public static FileBytes of(byte[] bytes) {
    FileBytes file = new FileBytes(0);
    file.show(bytes, bytes.length);
    return file;
  }

  /** The array is shared, not copied. */
  void show(byte[] array, int usedLength) {
    bytes = array;
    length = usedLength;
  }

  byte[] array() {
    return bytes;
  }

  public int length() {
    return length;
  }

  public byte at(int index) {
    return bytes[index];
  }

  public int firstIndexOf(char wanted, int from) {
    for (int i = from; i < length; i++) {
      if (bytes[i] == wanted) return i;
    }
    return -1;
  }

  /** The last one before {@code end}, which may lie behind the end of the file. */
  public int lastIndexOf(char wanted, int end) {
    for (int i = Math.min(end, length) - 1; i >= 0; i--) {
      if (bytes[i] == wanted) return i;
    }
    return -1;
  }

  /** Decodes UTF-8; bytes that are not become U+FFFD, as names may hold anything but NUL. */
  public String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** Like {@link #text(int, int)}; makes no new string if it would be equal to {@code earlier}. */
  public String text(int from, int to, String earlier) {
    return isAscii(from, to, earlier) ? earlier : text(from, to);
  }

  private boolean isAscii(int from, int to, String text) {
    if (text.length() != to - from) return false;
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0 || bytes[i] != text.charAt(i - from)) return false;
    }
    return true;
  }

  /** The only cursor there is, moved to {@code from}: use one at a time. */
  public FieldCursor fieldsFrom(int from) {
    return cursor.moveTo(from);
  }

  /**
   * Where the text after {@code prefix} begins, on the first line that starts with it; -1 if none.
   */
  public int afterLineStart(String prefix) {
    for (int line = 0; line < length; line = nextLine(line)) {
      if (startsWith(prefix, line)) return line + prefix.length();
    }
    return -1;
  }

  /** Where the line after the one at {@code from} begins; behind the end if there is none. */
  public int nextLine(int from) {
    int at = from;
    while (at < length && bytes[at] != '\n') at++;
    return at + 1;
  }

  /** Where the line before the one that begins at {@code line} begins; -1 if there is none. */
  public int previousLine(int line) {
    return line <= 0 ? -1 : lastIndexOf('\n', line - 1) + 1;
  }

  public boolean startsWith(String prefix, int from) {
    if (from + prefix.length() > length) return false;
    for (int i = 0; i < prefix.length(); i++) {
      if (bytes[from + i] != prefix.charAt(i)) return false;
    }
    return true;
  }
}
