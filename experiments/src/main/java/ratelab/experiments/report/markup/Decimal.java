package ratelab.experiments.report.markup;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text: a point, no grouping, no exponent, the same in every locale. */
public final class Decimal {
  private Decimal() {}

  /** Exactly so many decimals: {@code 71.10}. */
  public static String fixed(double value, int decimals) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? rounded.abs().toPlainString() : rounded.toPlainString();
  }

  /** At most so many decimals: {@code 71.1}, {@code 71}. */
  public static String upTo(double value, int decimals) {
    return plain(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
  }

  /** At most so many significant digits: {@code 0.00066667}. */
  public static String significant(double value, int digits) {
    return plain(BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_UP)));
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
