package ratelab.exporter.template;

import java.util.ArrayList;
import java.util.List;

/** Values put into a format; mistakes show in the text, as in Go. */
final class Printf {
  private static final int MAX_NUMBER = 1_000_000;

  private final String format;
  private final List<Value> arguments;
  private final StringBuilder out = new StringBuilder();

  private int at;
  private int next;
  private boolean reordered;
  private boolean goodIndex;

  Printf(String format, List<Value> arguments) {
    this.format = format;
    this.arguments = arguments;
  }

  String text() {
    while (at < format.length()) {
      int percent = format.indexOf('%', at);
      if (percent < 0) {
        out.append(format, at, format.length());
        break;
      }
      out.append(format, at, percent);
      at = percent + 1;
      directive();
    }
    if (!reordered && next < arguments.size()) extra();
    return out.toString();
  }

  private void directive() {
    goodIndex = true;
    boolean minus = false;
    boolean plus = false;
    boolean sharp = false;
    boolean space = false;
    boolean zero = false;
    for (; at < format.length() && "+-# 0".indexOf(format.charAt(at)) >= 0; at++) {
      switch (format.charAt(at)) {
        case '-' -> minus = true;
        case '+' -> plus = true;
        case '#' -> sharp = true;
        case ' ' -> space = true;
        default -> zero = true;
      }
    }
    boolean indexed = index();
    int width = number("(BADWIDTH)");
    if (width >= 0 && indexed && at > 0 && format.charAt(at - 1) != '*') goodIndex = false;
    if (width < -1) {
      minus = true;
      width = -width;
    }
    int precision = precision();
    index();
    verb(new Spec(' ', minus, plus, sharp, space, zero && !minus, width, precision));
  }

  private int precision() {
    if (at >= format.length() || format.charAt(at) != '.') return -1;
    at++;
    index();
    int precision = number("(BADPREC)");
    return Math.max(0, precision);
  }

  private void verb(Spec flags) {
    if (at >= format.length()) {
      out.append("%!(NOVERB)");
      return;
    }
    Spec spec = flags.withVerb(format.codePointAt(at));
    at += Character.charCount(spec.verb());
    if (spec.verb() == '%') out.append('%');
    else if (!goodIndex) out.append("%!").append(spec.verbText()).append("(BADINDEX)");
    else if (next >= arguments.size()) out.append("%!").append(spec.verbText()).append("(MISSING)");
    else out.append(new Format(spec).argument(arguments.get(next++)));
  }

  /** An explicit {@code [n]}, which says what argument comes next. */
  private boolean index() {
    if (at >= format.length() || format.charAt(at) != '[') return false;
    reordered = true;
    int close = format.indexOf(']', at);
    int number = close < 0 ? -1 : parse(format.substring(at + 1, close));
    at = close < 0 ? at + 1 : close + 1;
    if (number >= 1 && number <= arguments.size()) next = number - 1;
    else goodIndex = false;
    return true;
  }

  /** Digits, or an argument in place of them; -1 if there is neither. */
  private int number(String complaint) {
    if (at < format.length() && format.charAt(at) == '*') {
      at++;
      return fromArgument(complaint);
    }
    int start = at;
    while (at < format.length() && Character.isDigit(format.charAt(at))) at++;
    return start == at ? -1 : parse(format.substring(start, at));
  }

  private int fromArgument(String complaint) {
    if (next < arguments.size()
        && arguments.get(next++) instanceof Value.Whole whole
        && Math.abs(whole.number()) <= MAX_NUMBER) {
      return (int) whole.number();
    }
    out.append("%!").append(complaint);
    return -1;
  }

  private static int parse(String digits) {
    boolean isNumber = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!isNumber || digits.length() > 6) return -1;
    return Integer.parseInt(digits);
  }

  private void extra() {
    List<String> shown = new ArrayList<>();
    for (Value value : arguments.subList(next, arguments.size())) {
      boolean none = value == Value.None.NONE;
      shown.add(none ? "<nil>" : value.goType() + "=" + new Format(Spec.PLAIN).argument(value));
    }
    out.append("%!(EXTRA ").append(String.join(", ", shown)).append(')');
  }
}
