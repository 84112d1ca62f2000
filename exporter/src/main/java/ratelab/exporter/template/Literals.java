package ratelab.exporter.template;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Numbers, characters and texts as they are written in templates. */
final class Literals {
  private static final String SIMPLE_ESCAPES = "abfnrtv\\";
  private static final String SIMPLE_CHARACTERS = "\u0007\b\f\n\r\t\u000b\\";

  private Literals() {}

  /** The number; empty for a text that is none. */
  static Optional<Value> number(String text) {
    String digits = text.replace("_", "");
    Optional<Value> whole = whole(digits);
    return whole.isPresent() ? whole : real(digits);
  }

  private static Optional<Value> whole(String text) {
    boolean signed = text.startsWith("+") || text.startsWith("-");
    String digits = signed ? text.substring(1) : text;
    int radix = radix(digits);
    String plain = digits.substring(prefixLength(digits));
    try {
      if (!plain.isEmpty() && !Character.isLetterOrDigit(plain.charAt(0))) return Optional.empty();
      BigInteger number = new BigInteger(plain, radix);
      if (text.startsWith("-")) number = number.negate();
      return Optional.of(Value.Whole.of(number.longValueExact()));
    } catch (NumberFormatException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static int prefixLength(String digits) {
    return digits.length() > 2 && digits.charAt(0) == '0' && "xXoObB".indexOf(digits.charAt(1)) >= 0
        ? 2
        : 0;
  }

  private static int radix(String digits) {
    if (digits.length() < 2 || digits.charAt(0) != '0') return 10;
    return switch (digits.charAt(1)) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      default -> 8;
    };
  }

  /** Java's own reading would allow suffixes, too. */
  private static Optional<Value> real(String text) {
    boolean plain = text.chars().allMatch(c -> "+-.eE0123456789".indexOf(c) >= 0);
    boolean isWhole = text.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
    if (!plain || isWhole) return Optional.empty();
    try {
      double number = Double.parseDouble(text);
      return Double.isInfinite(number) ? Optional.empty() : Optional.of(new Value.Real(number));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The code of a character in single quotes; empty if it is not exactly one. */
  static Optional<Value> character(String quoted) {
    return unquote(quoted, '\'')
        .filter(text -> text.codePointCount(0, text.length()) == 1)
        .map(text -> Value.Whole.of(text.codePointAt(0)));
  }

  /** The text in double quotes; empty if there is an escape that Go does not know. */
  static Optional<String> text(String quoted) {
    return unquote(quoted, '"');
  }

  private static Optional<String> unquote(String quoted, char quote) {
    String body = quoted.substring(1, quoted.length() - 1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int at = 0;
    while (at < body.length()) {
      int backslash = body.indexOf('\\', at);
      int end = backslash < 0 ? body.length() : backslash;
      bytes.writeBytes(body.substring(at, end).getBytes(StandardCharsets.UTF_8));
      if (backslash < 0) break;
      int length = escape(body, backslash + 1, quote, bytes);
      if (length < 0) return Optional.empty();
      at = backslash + 1 + length;
    }
    return Optional.of(bytes.toString(StandardCharsets.UTF_8));
  }

  /** Appends what an escape stands for; returns its length, or -1 if it is none. */
  private static int escape(String body, int at, char quote, ByteArrayOutputStream bytes) {
    char kind = body.charAt(at);
    int simple = SIMPLE_ESCAPES.indexOf(kind);
    if (simple >= 0 || kind == quote) {
      bytes.write(simple >= 0 ? SIMPLE_CHARACTERS.charAt(simple) : quote);
      return 1;
    }
    return switch (kind) {
      case 'x' -> code(body, at + 1, 2, 16, false, bytes) ? 3 : -1;
      case 'u' -> code(body, at + 1, 4, 16, true, bytes) ? 5 : -1;
      case 'U' -> code(body, at + 1, 8, 16, true, bytes) ? 9 : -1;
      default -> code(body, at, 3, 8, false, bytes) ? 3 : -1;
    };
  }

  private static boolean code(
      String body, int at, int digits, int radix, boolean unicode, ByteArrayOutputStream bytes) {
    if (at + digits > body.length()) return false;
    long code = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = Character.digit(body.charAt(i), radix);
      if (digit < 0) return false;
      code = code * radix + digit;
    }
    if (!unicode) {
      if (code > 0xff) return false;
      bytes.write((int) code);
      return true;
    }
    boolean valid = code <= Character.MAX_CODE_POINT && (code < 0xd800 || code > 0xdfff);
    if (valid) bytes.writeBytes(Character.toString((int) code).getBytes(StandardCharsets.UTF_8));
    return valid;
  }
}
