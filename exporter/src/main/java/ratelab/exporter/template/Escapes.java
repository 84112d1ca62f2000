package ratelab.exporter.template;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** {@code html}, {@code js} and {@code urlquery}. */
final class Escapes {
  private Escapes() {}

  static String html(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\0' -> escaped.append('\ufffd');
        case '"' -> escaped.append("&#34;");
        case '\'' -> escaped.append("&#39;");
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  static String javaScript(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\\', '\'', '"' -> escaped.append('\\').appendCodePoint(c);
                case '<', '>', '&', '=' -> escaped.append(unicode(c));
                default -> {
                  boolean plain = c >= ' ' && (c < 0x80 || Quote.isPrintable(c));
                  if (plain) escaped.appendCodePoint(c);
                  else escaped.append(unicode(c));
                }
              }
            });
    return escaped.toString();
  }

  private static String unicode(int c) {
    return String.format(Locale.ROOT, "\\u%04X", c);
  }

  static String urlQuery(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (isUnreserved((char) b)) escaped.append((char) b);
      else if (b == ' ') escaped.append('+');
      else escaped.append(String.format(Locale.ROOT, "%%%02X", b));
    }
    return escaped.toString();
  }

  private static boolean isUnreserved(char c) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || "-_.~".indexOf(c) >= 0;
  }
}
