package ratelab.exporter.template;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Floating-point numbers as Go's fmt prints them. */
final class FloatFormat {
  private static final int DEFAULT_PRECISION = 6;

  private static final int MIN_PLAIN_EXPONENT = -4;

  private FloatFormat() {}

  static String format(double number, Spec spec) {
    String digits = unsigned(Math.abs(number), spec);
    boolean negative = number < 0 || (number == 0 && 1 / number < 0);
    String sign = negative ? "-" : spec.positiveSign();
    if (spec.zero() && spec.width() > 0) {
      digits = "0".repeat(Math.max(0, spec.width() - sign.length() - digits.length())) + digits;
    }
    return spec.padWithSpaces(sign + digits);
  }

  private static String unsigned(double number, Spec spec) {
    int precision = spec.precision();
    int orDefault = precision < 0 ? DEFAULT_PRECISION : precision;
    return switch (spec.verb()) {
      case 'f', 'F' ->
          new BigDecimal(number).setScale(orDefault, RoundingMode.HALF_EVEN).toPlainString();
      case 'e', 'E' -> cased(scientific(rounded(number, orDefault + 1), orDefault + 1), spec);
      default -> cased(general(number, precision), spec);
    };
  }

  private static String cased(String text, Spec spec) {
    boolean upper = Character.isUpperCase(spec.verb());
    return upper ? text.toUpperCase(Locale.ROOT) : text;
  }

  private static BigDecimal rounded(double number, int digits) {
    return new BigDecimal(number).round(new MathContext(digits, RoundingMode.HALF_EVEN));
  }

  /** Digits as few as tell the number from all others, or as many as the precision says. */
  private static String general(double number, int precision) {
    if (number == 0) return "0";
    BigDecimal decimal =
        precision < 0
            ? new BigDecimal(Double.toString(number))
            : rounded(number, Math.max(1, precision));
    decimal = decimal.stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    int maxExponent = precision < 0 ? DEFAULT_PRECISION : Math.max(1, precision);
    boolean plain = exponent >= MIN_PLAIN_EXPONENT && exponent < maxExponent;
    return plain ? decimal.toPlainString() : scientific(decimal, decimal.precision());
  }

  /** One digit before the point, the others after it, and an exponent of two digits or more. */
  private static String scientific(BigDecimal decimal, int digits) {
    int exponent = decimal.signum() == 0 ? 0 : decimal.precision() - decimal.scale() - 1;
    String all = decimal.unscaledValue().toString();
    all += "0".repeat(Math.max(0, digits - all.length()));
    String mantissa =
        digits == 1 ? all.substring(0, 1) : all.charAt(0) + "." + all.substring(1, digits);
    String magnitude = Integer.toString(Math.abs(exponent));
    return mantissa
        + (exponent < 0 ? "e-" : "e+")
        + (magnitude.length() < 2 ? "0" : "")
        + magnitude;
  }
}
