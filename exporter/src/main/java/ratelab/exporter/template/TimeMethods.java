package ratelab.exporter.template;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** The methods of Go's time.Time, for times in UTC; https://pkg.go.dev/time#Time. */
final class TimeMethods {
  private static final String MONTH = "time.Month";
  private static final String WEEKDAY = "time.Weekday";
  private static final String DEFAULT_LAYOUT = "2006-01-02 15:04:05.999999999 -0700 MST";
  private static final int DAYS_PER_WEEK = 7;

  /** Go's zero time, 1 January of the year 1. */
  private static final Instant ZERO = Instant.ofEpochSecond(-62_135_596_800L);

  private TimeMethods() {}

  static String textOf(Instant time) {
    return TimeLayout.format(DEFAULT_LAYOUT, utc(time));
  }

  static Value call(Instant time, String method, List<Value> arguments) {
    return switch (method) {
      case "Format" -> new Value.Text(TimeLayout.format(layout(arguments), utc(time)));
      case "AddDate" -> addDate(time, arguments);
      case "Before" -> Value.Truth.of(time.isBefore(other(method, arguments)));
      case "After" -> Value.Truth.of(time.isAfter(other(method, arguments)));
      case "Equal" -> Value.Truth.of(time.equals(other(method, arguments)));
      default -> {
        if (!arguments.isEmpty()) throw Functions.wrongCount(method, "0", arguments.size());
        yield property(time, method);
      }
    };
  }

  private static Value property(Instant time, String method) {
    OffsetDateTime utc = utc(time);
    return switch (method) {
      case "String" -> new Value.Text(textOf(time));
      case "UTC" -> new Value.Moment(time);
      case "IsZero" -> Value.Truth.of(time.equals(ZERO));
      case "Year" -> Value.Whole.of(utc.getYear());
      case "YearDay" -> Value.Whole.of(utc.getDayOfYear());
      case "Month" -> new Value.Whole(utc.getMonthValue(), MONTH);
      case "Weekday" -> new Value.Whole(utc.getDayOfWeek().getValue() % DAYS_PER_WEEK, WEEKDAY);
      case "Day" -> Value.Whole.of(utc.getDayOfMonth());
      case "Hour" -> Value.Whole.of(utc.getHour());
      case "Minute" -> Value.Whole.of(utc.getMinute());
      case "Second" -> Value.Whole.of(utc.getSecond());
      case "Nanosecond" -> Value.Whole.of(utc.getNano());
      default -> sinceEpoch(time, method);
    };
  }

  private static Value sinceEpoch(Instant time, String method) {
    long seconds = time.getEpochSecond();
    long nanos = time.getNano();
    long number =
        switch (method) {
          case "Unix" -> seconds;
          case "UnixMilli" -> seconds * 1_000 + nanos / 1_000_000;
          case "UnixMicro" -> seconds * 1_000_000 + nanos / 1_000;
          case "UnixNano" -> seconds * 1_000_000_000 + nanos;
          default ->
              throw new RenderFailure("can't evaluate field " + method + " in type time.Time");
        };
    return new Value.Whole(number, "int64");
  }

  private static String layout(List<Value> arguments) {
    if (arguments.size() == 1 && arguments.getFirst() instanceof Value.Text(String layout)) {
      return layout;
    }
    throw new RenderFailure("Format wants one text, a layout");
  }

  private static Value addDate(Instant time, List<Value> arguments) {
    if (arguments.size() == 3
        && arguments.get(0) instanceof Value.Whole(long years, String y)
        && arguments.get(1) instanceof Value.Whole(long months, String m)
        && arguments.get(2) instanceof Value.Whole(long days, String d)) {
      // Go overflows a day that a month lacks into the next month.
      OffsetDateTime utc = utc(time);
      OffsetDateTime first = utc.withDayOfMonth(1).plusYears(years).plusMonths(months);
      return new Value.Moment(first.plusDays(utc.getDayOfMonth() - 1 + days).toInstant());
    }
    throw new RenderFailure("AddDate wants years, months, days");
  }

  private static Instant other(String method, List<Value> arguments) {
    if (arguments.size() == 1 && arguments.getFirst() instanceof Value.Moment(Instant other)) {
      return other;
    }
    throw new RenderFailure(method + " wants one time");
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  /** Whether a number prints as a word. */
  static boolean isNamed(Value.Whole number) {
    return number.goType().equals(MONTH) || number.goType().equals(WEEKDAY);
  }

  static String nameOf(Value.Whole number) {
    boolean month = number.goType().equals(MONTH);
    int index = (int) number.number();
    return month ? TimeLayout.MONTHS.get(index - 1) : TimeLayout.DAYS.get(index);
  }
}
