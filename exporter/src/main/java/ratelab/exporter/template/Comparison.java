package ratelab.exporter.template;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** {@code eq}, {@code lt} and their like: only values of one kind can be compared. */
final class Comparison {
  private Comparison() {}

  /** Whether the value equals one of the others; nothing equals only nothing. */
  static boolean equalsAny(Value value, List<Value> others) {
    if (others.isEmpty()) throw new RenderFailure("missing argument for comparison");
    for (Value other : others) {
      if (areEqual(value, other)) return true;
    }
    return false;
  }

  private static boolean areEqual(Value left, Value right) {
    if (left == Value.None.NONE || right == Value.None.NONE) return left.equals(right);
    return switch (left) {
      case Value.Text text when right instanceof Value.Text other -> text.equals(other);
      case Value.Truth truth when right instanceof Value.Truth other -> truth.equals(other);
      case Value.Whole whole when right instanceof Value.Whole other ->
          whole.number() == other.number();
      case Value.Real real when right instanceof Value.Real other ->
          real.number() == other.number();
      case Value.Moment moment when right instanceof Value.Moment other -> moment.equals(other);
      case Value.Struct struct when right instanceof Value.Struct other -> struct.equals(other);
      default -> throw incompatible(left, right);
    };
  }

  /** Like a comparator. */
  static int compare(Value left, Value right) {
    return switch (left) {
      case Value.Text text when right instanceof Value.Text other ->
          Arrays.compareUnsigned(utf8(text), utf8(other));
      case Value.Whole whole when right instanceof Value.Whole other ->
          Long.compare(whole.number(), other.number());
      case Value.Real real when right instanceof Value.Real other ->
          Double.compare(real.number(), other.number());
      default -> throw incompatible(left, right);
    };
  }

  private static byte[] utf8(Value.Text text) {
    return text.text().getBytes(StandardCharsets.UTF_8);
  }

  private static RenderFailure incompatible(Value left, Value right) {
    return new RenderFailure(
        "incompatible types for comparison: " + left.goType() + " and " + right.goType());
  }
}
