package ratelab.exporter.proc.files;

/** Walks over fields separated by blanks, without making anything of them but numbers. */
public final class FieldCursor {
  private final FileBytes file;
  private int at;
  private boolean intact;

  FieldCursor(FileBytes file) {
    this.file = file;
  }

  FieldCursor moveTo(int from) {
    at = from;
    intact = true;
    return this;
  }

  public FieldCursor skip(int fields) {
    for (int i = 0; i < fields; i++) {
      skipBlanks();
      while (at < file.length() && !isBlank(file.at(at))) at++;
    }
    return this;
  }

  /**
   * The next field as a non-negative decimal number. If it is none, or if the file ends with it,
   * -1, and the cursor is {@link #intact} no more: the kernel ends every field with a blank, so a
   * number at the very end may have been cut.
   */
  public long number() {
    skipBlanks();
    int start = at;
    long value = 0;
    while (at < file.length() && isDigit(file.at(at))) {
      value = value * 10 + (file.at(at) - '0');
      at++;
    }
    if (at > start && at < file.length() && isBlank(file.at(at))) return value;
    intact = false;
    return -1;
  }

  /** The next field's first character; a space if there is none. */
  public char letter() {
    skipBlanks();
    char letter = at < file.length() ? (char) file.at(at) : ' ';
    skip(1);
    return letter;
  }

  /** Whether every number asked for since the start was one. */
  public boolean intact() {
    return intact;
  }

  private void skipBlanks() {
    while (at < file.length() && isBlank(file.at(at))) at++;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\n';
  }
}
