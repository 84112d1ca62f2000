package ratelab.exporter.template;

import java.util.List;

/** Text made of values without a format: a space stands between two that are no text. */
final class Print {
  private static final String NO_VALUE = "<no value>";

  private Print() {}

  /** What an action writes. */
  static String action(Value value) {
    if (value instanceof Value.Text(String text)) return text;
    if (value == Value.None.NONE) return NO_VALUE;
    return new Format(Spec.PLAIN).element(value);
  }

  static String joined(List<Value> values) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      Value value = values.get(i);
      if (i > 0 && !isText(value) && !isText(values.get(i - 1))) text.append(' ');
      text.append(new Format(Spec.PLAIN).argument(value));
    }
    return text.toString();
  }

  /** Values as actions would write them, joined. */
  static String shown(List<Value> values) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      Value value = values.get(i);
      if (i > 0 && !isShownText(value) && !isShownText(values.get(i - 1))) text.append(' ');
      text.append(action(value));
    }
    return text.toString();
  }

  private static boolean isText(Value value) {
    return value instanceof Value.Text;
  }

  private static boolean isShownText(Value value) {
    return isText(value) || value == Value.None.NONE;
  }

  static String line(List<Value> values) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) text.append(' ');
      text.append(new Format(Spec.PLAIN).argument(values.get(i)));
    }
    return text.append('\n').toString();
  }
}
