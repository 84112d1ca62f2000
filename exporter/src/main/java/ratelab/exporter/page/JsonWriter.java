package ratelab.exporter.page;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Writes one JSON value (RFC 8259), member by member. Text comes from processes, so it is hostile:
 * whatever could end a string, a line or a script element is escaped, and so is half a surrogate
 * pair, which no encoding can carry.
 */
final class JsonWriter {
  private static final char FIRST_PRINTABLE = 0x20;
  private static final char DELETE = 0x7f;
  private static final char LAST_C1_CONTROL = 0x9f;
  private static final char LINE_SEPARATOR = 0x2028;
  private static final char PARAGRAPH_SEPARATOR = 0x2029;

  private final StringBuilder out = new StringBuilder(1024);

  /** Begins an object, as a value or as a member that {@link #name} has announced. */
  JsonWriter object() {
    separate();
    out.append('{');
    return this;
  }

  JsonWriter endObject() {
    out.append('}');
    return this;
  }

  JsonWriter array() {
    separate();
    out.append('[');
    return this;
  }

  JsonWriter endArray() {
    out.append(']');
    return this;
  }

  /** The name of the member whose value comes next. */
  JsonWriter name(String name) {
    string(name);
    out.append(':');
    return this;
  }

  JsonWriter value(String text) {
    string(text);
    return this;
  }

  JsonWriter value(long number) {
    separate();
    out.append(number);
    return this;
  }

  /** What is not known, or is no number, is null. */
  JsonWriter value(double number) {
    separate();
    if (Double.isFinite(number)) out.append(number);
    else out.append("null");
    return this;
  }

  JsonWriter value(OptionalDouble number) {
    return value(number.orElse(Double.NaN));
  }

  JsonWriter value(OptionalLong number) {
    return number.isPresent() ? value(number.getAsLong()) : value(Double.NaN);
  }

  JsonWriter nothing() {
    return value(Double.NaN);
  }

  /** A comma, unless this is the first of its object or array, or the value of a member. */
  private void separate() {
    if (out.isEmpty()) return;
    char last = out.charAt(out.length() - 1);
    if (last != '{' && last != '[' && last != ':') out.append(',');
  }

  private void string(String text) {
    separate();
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c) && isLowSurrogateAt(text, i + 1)) {
        out.append(c).append(text.charAt(++i));
      } else {
        append(c);
      }
    }
    out.append('"');
  }

  private static boolean isLowSurrogateAt(String text, int index) {
    return index < text.length() && Character.isLowSurrogate(text.charAt(index));
  }

  private void append(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      default -> {
        if (mustBeEscaped(c)) escape(c);
        else out.append(c);
      }
    }
  }

  private static boolean mustBeEscaped(char c) {
    return c < FIRST_PRINTABLE
        || (c >= DELETE && c <= LAST_C1_CONTROL)
        || c == '<'
        || c == '>'
        || c == '&'
        || c == LINE_SEPARATOR
        || c == PARAGRAPH_SEPARATOR
        || Character.isSurrogate(c);
  }

  private void escape(char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(Character.forDigit((c >> shift) & 0xf, 16));
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
