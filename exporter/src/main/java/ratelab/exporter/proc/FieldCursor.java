package ratelab.exporter.proc;

import java.util.OptionalLong;

/** Walks over fields separated by blanks, without making strings of them. */
final class FieldCursor {
  private final FileBytes file;
  private int at;

  FieldCursor(FileBytes file, int from) {
    this.file = file;
    this.at = from;
  }

  void skip(int fields) {
    for (int i = 0; i < fields; i++) {
      skipBlanks();
      while (at < file.length() && !isBlank(file.at(at))) at++;
    }
  }

  /**
   * The next field as a non-negative decimal number. Empty if it is none, or if the file ends with
   * it: the kernel ends every field with a blank, so a number at the very end may have been cut.
   */
  OptionalLong number() {
    skipBlanks();
    int start = at;
    long value = 0;
    while (at < file.length() && file.at(at) >= '0' && file.at(at) <= '9') {
      value = value * 10 + (file.at(at) - '0');
      at++;
    }
    boolean whole = at > start && at < file.length() && isBlank(file.at(at));
    return whole ? OptionalLong.of(value) : OptionalLong.empty();
  }

  private void skipBlanks() {
    while (at < file.length() && isBlank(file.at(at))) at++;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\n';
  }
}
