package ratelab.exporter.template;

import java.util.Locale;

/** Text and characters in quotes, as they stand in Go's source. */
final class Quote {
  private Quote() {}

  /** In back quotes where the directive prefers them and the text allows it. */
  static String go(String text, Spec spec) {
    boolean plain = spec.sharp() && spec.verb() == 'q' && canBeRaw(text);
    if (plain) return "`" + text + "`";
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> append(quoted, c, '"', spec.plus()));
    return quoted.append('"').toString();
  }

  static String rune(long number) {
    boolean valid = number >= 0 && number <= Character.MAX_CODE_POINT;
    StringBuilder quoted = new StringBuilder("'");
    append(quoted, valid ? (int) number : 0xfffd, '\'', false);
    return quoted.append('\'').toString();
  }

  private static boolean canBeRaw(String text) {
    return text.codePoints()
        .noneMatch(c -> c == '`' || c == 0x7f || c == 0xfeff || (c < ' ' && c != '\t'));
  }

  private static void append(StringBuilder out, int c, char quote, boolean asciiOnly) {
    switch (c) {
      case 0x07 -> out.append("\\a");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 0x0b -> out.append("\\v");
      default -> {
        if (c == quote || c == '\\') out.append('\\').append((char) c);
        else if (isPrintable(c) && (c < 0x80 || !asciiOnly)) out.appendCodePoint(c);
        else out.append(escape(c));
      }
    }
  }

  private static String escape(int c) {
    String form = c < ' ' || c == 0x7f ? "\\x%02x" : c > 0xffff ? "\\U%08x" : "\\u%04x";
    return String.format(Locale.ROOT, form, c);
  }

  /** Letters, marks, numbers, punctuation, symbols and the ASCII space. */
  static boolean isPrintable(int c) {
    if (c < 0x80) return c >= ' ' && c != 0x7f;
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
