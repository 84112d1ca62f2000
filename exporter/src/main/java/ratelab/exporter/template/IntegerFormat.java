package ratelab.exporter.template;

import java.util.Locale;

/** Whole numbers as Go's fmt prints them. */
final class IntegerFormat {
  private IntegerFormat() {}

  static String format(Value.Whole whole, Spec spec) {
    return switch (spec.verb()) {
      case 'c' -> spec.pad(character(whole.number()));
      case 'q' -> spec.pad(Quote.rune(whole.number()));
      case 'U' -> spec.padWithSpaces(unicode(whole.number(), spec));
      case 'v' ->
          spec.sharp() && whole.goType().equals("uint8")
              ? "0x" + Long.toHexString(whole.number())
              : digits(whole.number(), spec.isGoSyntax() ? spec.withVerb('d') : spec);
      default -> digits(whole.number(), spec);
    };
  }

  private static String character(long number) {
    boolean valid = number >= 0 && number <= Character.MAX_CODE_POINT;
    return Character.toString(valid ? (int) number : 0xfffd);
  }

  private static String unicode(long number, Spec spec) {
    String hex = Long.toHexString(number).toUpperCase(Locale.ROOT);
    String text =
        "U+" + "0".repeat(Math.max(0, Math.max(4, spec.precision()) - hex.length())) + hex;
    return spec.sharp() ? text + " '" + character(number) + "'" : text;
  }

  private static String digits(long number, Spec spec) {
    if (spec.precision() == 0 && number == 0) return spec.padWithSpaces("");
    String digits = Long.toString(number, base(spec.verb())).replace("-", "");
    if (spec.verb() == 'X') digits = digits.toUpperCase(Locale.ROOT);
    String sign = number < 0 ? "-" : spec.positiveSign();
    digits = "0".repeat(Math.max(0, wantedDigits(spec, sign) - digits.length())) + digits;
    return spec.padWithSpaces(sign + prefix(spec, digits) + digits);
  }

  /** Zeros fill the width only where no precision says how many digits there are. */
  private static int wantedDigits(Spec spec, String sign) {
    if (spec.precision() >= 0) return spec.precision();
    return spec.zero() && spec.width() > 0 ? spec.width() - sign.length() : 0;
  }

  private static int base(int verb) {
    return switch (verb) {
      case 'b' -> 2;
      case 'o', 'O' -> 8;
      case 'x', 'X' -> 16;
      default -> 10;
    };
  }

  private static String prefix(Spec spec, String digits) {
    if (spec.verb() == 'O') return "0o";
    if (!spec.sharp()) return "";
    return switch (spec.verb()) {
      case 'b' -> "0b";
      case 'o' -> digits.startsWith("0") ? "" : "0";
      case 'x' -> "0x";
      case 'X' -> "0X";
      default -> "";
    };
  }
}
