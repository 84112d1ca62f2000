package ratelab.exporter.proc.files;

/** Tells the names of processes, threads and descriptors, which are numbers, from others. */
final class EntryName {
  /** More digits than any of them has; so many still fit a long. */
  private static final int MAX_DIGITS = 10;

  private EntryName() {}

  /** The number that the name is; -1 if it is none. */
  static int number(String name) {
    long value = 0;
    for (int i = 0; i < name.length(); i++) {
      int digit = name.charAt(i) - '0';
      if (digit < 0 || digit > 9 || i == MAX_DIGITS) return -1;
      value = 10 * value + digit;
    }
    return name.isEmpty() || value > Integer.MAX_VALUE ? -1 : (int) value;
  }

  /** Likewise, for a name in bytes that ends with NUL. */
  static int number(byte[] bytes, int from) {
    long value = 0;
    int at = from;
    for (; bytes[at] != 0; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9 || at - from == MAX_DIGITS) return -1;
      value = 10 * value + digit;
    }
    return at == from || value > Integer.MAX_VALUE ? -1 : (int) value;
  }
}
