package ratelab.experiments.rate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a release of Prometheus evaluates range functions; releases differ at the window's edges. */
public enum Dialect {
  /** Up to 2.50: closed windows; the zero clamp comes before the limit at the left edge. */
  V2_42,
  /** 2.51 to 2.53: closed windows; the limit comes before the zero clamp. */
  V2_51,
  /** 2.54 and 2.55: as 2.51, and {@code sum} compensates its rounding errors. */
  V2_54,
  /** From 3.0: windows are open at their left end; otherwise as 2.54. */
  V3;

  private static final Pattern VERSION = Pattern.compile("v?(\\d{1,6})\\.(\\d{1,6})(\\D.*)?");

  /**
   * The dialect of a release.
   *
   * @param version as a server's build information has it: {@code 2.42.0+ds}, {@code 3.1.0-rc.0}
   * @throws IllegalArgumentException if it does not begin with two numbers, or is older than 2.0
   */
  public static Dialect ofVersion(String version) {
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "Prometheus version '" + version + "': expected MAJOR.MINOR, such as 2.42.0");
    }
    int major = Integer.parseInt(matcher.group(1));
    int minor = Integer.parseInt(matcher.group(2));
    if (major < 2) {
      throw new IllegalArgumentException(
          "Prometheus version '" + version + "' is too old: the rate model begins with 2.0");
    }
    if (major > 2) {
      return V3;
    }
    return minor < 51 ? V2_42 : minor < 54 ? V2_51 : V2_54;
  }

  /** The earliest instant that still belongs to the window that ends at {@code endMillis}. */
  long firstInstantMillis(long endMillis, long windowMillis) {
    return endMillis - windowMillis + (this == V3 ? 1 : 0);
  }

  /** Whether the distance to zero is compared before the distance to the window's left edge. */
  boolean clampsToZeroFirst() {
    return this == V2_42;
  }

  /** Whether {@code sum} carries the rounding error of each addition along. */
  boolean compensatesSums() {
    return compareTo(V2_54) >= 0;
  }
}
