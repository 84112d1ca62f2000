package ratelab.experiments.scenario;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Pattern;

/** The kinds of values that a scenario file holds; each refuses what it is not. */
final class Values {
  private static final Pattern PERCENT = Pattern.compile("\\d+(\\.\\d+)?%");
  private static final String DURATION = "a duration longer than 0, such as 5s, 250ms or 1m30s";

  private static final Duration LONGEST = Duration.ofDays(7);

  private Values() {}

  /** A duration longer than 0. */
  static Duration duration(Place place) {
    Duration duration = parse(place, DURATION);
    if (duration.isZero()) throw place.expected(DURATION);
    return duration;
  }

  /**
   * A duration that may be 0.
   *
   * @param meaningOfZero for the message
   */
  static Duration durationOrZero(Place place, String meaningOfZero) {
    return parse(place, "a duration such as 5s, 250ms or 1m30s, or 0 for " + meaningOfZero);
  }

  /** A whole number from 1. */
  static int count(Place place) {
    return wholeNumber(place, 1);
  }

  /** A whole number from 1 to {@code most}. */
  static int countUpTo(Place place, int most) {
    return wholeNumber(place, 1, most);
  }

  /** A whole number from {@code least}. */
  static int wholeNumber(Place place, int least) {
    return wholeNumber(place, least, Integer.MAX_VALUE);
  }

  private static int wholeNumber(Place place, int least, int most) {
    String expectation = "a whole number from " + least + " to " + most;
    String text = place.text(expectation);
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) return number;
    } catch (NumberFormatException e) {
      throw place.expected(expectation);
    }
    throw place.expected(expectation);
  }

  /** A share from 0 to 1, written in percent. */
  static double share(Place place) {
    String expectation = "a share from 0% to 100%, such as 5%";
    String text = place.text(expectation);
    if (!PERCENT.matcher(text).matches()) throw place.expected(expectation);
    BigDecimal percent = new BigDecimal(text.substring(0, text.length() - 1));
    if (percent.compareTo(BigDecimal.valueOf(100)) > 0) throw place.expected(expectation);
    return percent.movePointLeft(2).doubleValue();
  }

  /** A number above 0. */
  static double factor(Place place) {
    String expectation = "a number above 0, such as 10";
    String text = place.text(expectation);
    try {
      double factor = new BigDecimal(text).doubleValue();
      if (factor > 0 && Double.isFinite(factor)) return factor;
    } catch (NumberFormatException e) {
      throw place.expected(expectation);
    }
    throw place.expected(expectation);
  }

  /** One of the words for an enum's constants. */
  static <E extends Enum<E>> E word(Place place, Class<E> type) {
    String expectation = Words.either(Words.all(type));
    String text = place.text(expectation);
    return Words.parse(type, text)
        .orElseThrow(() -> place.expected(expectation, Nearest.hint(text, Words.all(type))));
  }

  private static Duration parse(Place place, String expectation) {
    String text = place.text(expectation);
    try {
      Duration duration = Durations.parse(text);
      if (duration.compareTo(LONGEST) <= 0) return duration;
    } catch (IllegalArgumentException e) {
      throw place.expected(expectation);
    }
    throw place.refused(text + " is longer than a week; no run lasts that long");
  }
}
