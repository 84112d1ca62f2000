package ratelab.exporter.template;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

/**
 * Times in the form of an example: a layout shows how Monday, 2 January 2006, 15:04:05 would be
 * written. See https://pkg.go.dev/time#Layout.
 */
final class TimeLayout {
  static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  /** As Go numbers them, from 0. */
  static final List<String> DAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

  /** Of those that begin alike, the longest comes first. */
  private static final List<String> ELEMENTS =
      List.of(
          "January",
          "Jan",
          "Monday",
          "Mon",
          "MST",
          "2006",
          "__2",
          "_2006",
          "_2",
          "002",
          "01",
          "02",
          "03",
          "04",
          "05",
          "06",
          "15",
          "PM",
          "pm",
          "Z070000",
          "Z07:00:00",
          "Z0700",
          "Z07:00",
          "Z07",
          "-070000",
          "-07:00:00",
          "-0700",
          "-07:00",
          "-07",
          "1",
          "2",
          "3",
          "4",
          "5");

  private static final int ABBREVIATED = 3;
  private static final int NANO_DIGITS = 9;

  private final String layout;
  private final OffsetDateTime time;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private TimeLayout(String layout, OffsetDateTime time) {
    this.layout = layout;
    this.time = time;
  }

  /** The time as the layout shows; it must be in UTC. */
  static String format(String layout, OffsetDateTime time) {
    return new TimeLayout(layout, time).format();
  }

  private String format() {
    while (at < layout.length()) {
      if (!fraction() && !element()) out.append(layout.charAt(at++));
    }
    return out.toString();
  }

  private boolean element() {
    for (String element : ELEMENTS) {
      if (layout.startsWith(element, at) && isWhole(element)) {
        at += element.length();
        out.append(text(element));
        return true;
      }
    }
    return false;
  }

  /** A short name is none where the word goes on: Month, Jane. */
  private boolean isWhole(String element) {
    boolean shortName = element.equals("Jan") || element.equals("Mon");
    int end = at + element.length();
    return !shortName || end >= layout.length() || !isLowerCase(layout.charAt(end));
  }

  private static boolean isLowerCase(char c) {
    return c >= 'a' && c <= 'z';
  }

  private String text(String element) {
    return switch (element) {
      case "January" -> month();
      case "Jan" -> month().substring(0, ABBREVIATED);
      case "Monday" -> day();
      case "Mon" -> day().substring(0, ABBREVIATED);
      case "2006" -> digits("%04d", time.getYear());
      case "_2006" -> digits("_%04d", time.getYear());
      case "06" -> digits("%02d", time.getYear() % 100);
      case "01" -> digits("%02d", time.getMonthValue());
      case "1" -> digits("%d", time.getMonthValue());
      case "02" -> digits("%02d", time.getDayOfMonth());
      case "_2" -> digits("%2d", time.getDayOfMonth());
      case "2" -> digits("%d", time.getDayOfMonth());
      case "002" -> digits("%03d", time.getDayOfYear());
      case "__2" -> digits("%3d", time.getDayOfYear());
      case "15" -> digits("%02d", time.getHour());
      case "03" -> digits("%02d", hourOfHalfDay());
      case "3" -> digits("%d", hourOfHalfDay());
      case "04" -> digits("%02d", time.getMinute());
      case "4" -> digits("%d", time.getMinute());
      case "05" -> digits("%02d", time.getSecond());
      case "5" -> digits("%d", time.getSecond());
      case "PM" -> time.getHour() < 12 ? "AM" : "PM";
      case "pm" -> time.getHour() < 12 ? "am" : "pm";
      case "MST" -> "UTC";
      default -> zone(element);
    };
  }

  private static String digits(String form, int number) {
    return String.format(Locale.ROOT, form, number);
  }

  private String month() {
    return MONTHS.get(time.getMonthValue() - 1);
  }

  private String day() {
    return DAYS.get(time.getDayOfWeek().getValue() % DAYS.size());
  }

  private int hourOfHalfDay() {
    return time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
  }

  private static String zone(String element) {
    return element.startsWith("Z") ? "Z" : element.replace('-', '+').replace('7', '0');
  }

  /** After the seconds, or wherever digits do not follow: {@code .000} all, {@code .999} cut. */
  private boolean fraction() {
    char point = layout.charAt(at);
    if ((point != '.' && point != ',') || at + 1 >= layout.length()) return false;
    char digit = layout.charAt(at + 1);
    if (digit != '0' && digit != '9') return false;
    int end = at + 1;
    while (end < layout.length() && layout.charAt(end) == digit) end++;
    boolean more = end < layout.length() && Character.isDigit(layout.charAt(end));
    if (more || end - at - 1 > NANO_DIGITS) return false;
    String digits = digits("%09d", time.getNano()).substring(0, end - at - 1);
    if (digit == '9') digits = withoutTrailingZeros(digits);
    if (!digits.isEmpty()) out.append(point).append(digits);
    at = end;
    return true;
  }

  private static String withoutTrailingZeros(String digits) {
    int end = digits.length();
    while (end > 0 && digits.charAt(end - 1) == '0') end--;
    return digits.substring(0, end);
  }
}
