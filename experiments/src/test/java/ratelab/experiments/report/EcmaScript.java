package ratelab.experiments.report;

import java.math.BigDecimal;

/** How JavaScript spells a double: the same shortest digits as Java, in another form. */
final class EcmaScript {
  private EcmaScript() {}

  static String number(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent >= -7 && exponent < 21) {
      return digits.toPlainString();
    }
    String mantissa = digits.movePointLeft(exponent).toPlainString();
    return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }
}
