package ratelab.exporter.template;

/**
 * One directive of a format, such as {@code %-5.3s}; see https://pkg.go.dev/fmt.
 *
 * @param verb the letter
 * @param width in characters; negative if there is none
 * @param precision negative if there is none
 */
record Spec(
    int verb,
    boolean minus,
    boolean plus,
    boolean sharp,
    boolean space,
    boolean zero,
    int width,
    int precision) {
  static final Spec PLAIN = new Spec('v', false, false, false, false, false, -1, -1);

  Spec withVerb(int other) {
    return new Spec(other, minus, plus, sharp, space, zero, width, precision);
  }

  /** Go's syntax for values. */
  boolean isGoSyntax() {
    return verb == 'v' && sharp;
  }

  /** What stands before a number that is not negative; {@code %+v} means something else. */
  String positiveSign() {
    if (plus && verb != 'v') return "+";
    return space ? " " : "";
  }

  String verbText() {
    return Character.toString(verb);
  }

  /** Fills up to the width. */
  String pad(String text) {
    int missing = width - text.codePointCount(0, text.length());
    if (missing <= 0) return text;
    if (minus) return text + " ".repeat(missing);
    return (zero ? "0" : " ").repeat(missing) + text;
  }

  /** Fills up to the width with spaces only. */
  String padWithSpaces(String text) {
    return new Spec(verb, minus, plus, sharp, space, false, width, precision).pad(text);
  }
}
