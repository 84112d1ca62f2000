package ratelab.exporter.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A value in the form that one directive asks for. */
record Format(Spec spec) {
  /** The value as an argument of its own. */
  String argument(Value value) {
    if (spec.verb() == 'T') return spec.pad(value.goType());
    String text = element(value);
    return value instanceof Value.Struct ? "&" + text : text;
  }

  /** The value within others, or where Go would look behind a pointer. */
  String element(Value value) {
    return switch (value) {
      case Value.None none -> spec.verb() == 'v' ? spec.padWithSpaces("<nil>") : bad(none);
      case Value.Text(String text) -> text(value, text);
      case Value.Whole whole when TimeMethods.isNamed(whole) && isForText() ->
          text(value, TimeMethods.nameOf(whole));
      case Value.Whole whole -> whole(whole);
      case Value.Real(double number) -> real(value, number);
      case Value.Truth truth -> truth(truth);
      case Value.TextList(List<String> texts) -> list(texts);
      case Value.TextMap map -> map(map);
      case Value.Moment moment -> moment(moment);
      case Value.Struct struct -> struct(struct);
    };
  }

  private boolean isForText() {
    return !spec.isGoSyntax() && "vsxXq".indexOf(spec.verb()) >= 0;
  }

  /** What stands in place of a value to which the verb does not apply. */
  private String bad(Value value) {
    String shown =
        value == Value.None.NONE
            ? "<nil>"
            : value.goType() + "=" + new Format(spec.withVerb('v')).argument(value);
    return "%!" + spec.verbText() + "(" + shown + ")";
  }

  private String text(Value value, String text) {
    return switch (spec.verb()) {
      case 'v' -> spec.pad(spec.sharp() ? Quote.go(text, spec) : truncated(text));
      case 's' -> spec.pad(truncated(text));
      case 'q' -> spec.pad(Quote.go(truncated(text), spec));
      case 'x' -> spec.pad(hex(text));
      case 'X' -> spec.pad(hex(text).toUpperCase(Locale.ROOT));
      default -> bad(value);
    };
  }

  private String truncated(String text) {
    int precision = spec.precision();
    if (precision < 0 || precision >= text.codePointCount(0, text.length())) return text;
    return text.substring(0, text.offsetByCodePoints(0, precision));
  }

  private String hex(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = spec.precision() < 0 ? bytes.length : Math.min(bytes.length, spec.precision());
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < length; i++) {
      if (i > 0 && spec.space()) hex.append(' ');
      if (spec.sharp() && (i == 0 || spec.space())) hex.append("0x");
      hex.append(Character.forDigit((bytes[i] >> 4) & 0xf, 16));
      hex.append(Character.forDigit(bytes[i] & 0xf, 16));
    }
    return hex.toString();
  }

  private String whole(Value.Whole whole) {
    return switch (spec.verb()) {
      case 'v', 'd', 'b', 'o', 'O', 'x', 'X', 'c', 'q', 'U' -> IntegerFormat.format(whole, spec);
      default -> bad(whole);
    };
  }

  private String real(Value value, double number) {
    return switch (spec.verb()) {
      case 'v', 'g', 'G', 'e', 'E', 'f', 'F' -> FloatFormat.format(number, spec);
      default -> bad(value);
    };
  }

  private String truth(Value.Truth truth) {
    boolean applies = spec.verb() == 't' || spec.verb() == 'v';
    return applies ? spec.pad(Boolean.toString(truth.isTrue())) : bad(truth);
  }

  private String list(List<String> texts) {
    List<String> elements = new ArrayList<>();
    for (String text : texts) {
      elements.add(element(new Value.Text(text)));
    }
    return spec.isGoSyntax()
        ? "[]string{" + String.join(", ", elements) + "}"
        : "[" + String.join(" ", elements) + "]";
  }

  private String map(Value.TextMap map) {
    List<String> entries = new ArrayList<>();
    map.texts()
        .forEach(
            (key, text) ->
                entries.add(element(new Value.Text(key)) + ":" + element(new Value.Text(text))));
    return spec.isGoSyntax()
        ? "map[string]string{" + String.join(", ", entries) + "}"
        : "map[" + String.join(" ", entries) + "]";
  }

  private String moment(Value.Moment moment) {
    String text = TimeMethods.textOf(moment.instant());
    return spec.isGoSyntax() || !isForText() ? bad(moment) : text(moment, text);
  }

  private String struct(Value.Struct struct) {
    List<String> fields = new ArrayList<>();
    for (String name : struct.fieldsInOrder()) {
      String value = element(Objects.requireNonNull(struct.field(name), name));
      boolean named = spec.verb() == 'v' && (spec.plus() || spec.sharp());
      fields.add(named ? name + ":" + value : value);
    }
    return spec.isGoSyntax()
        ? struct.goType().substring(1) + "{" + String.join(", ", fields) + "}"
        : "{" + String.join(" ", fields) + "}";
  }
}
