package ratelab.experiments.report.wording;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import ratelab.experiments.report.markup.Decimal;
import ratelab.experiments.scenario.Cause;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.Scenario;

/** How values of the domain are said. */
public final class Wording {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.S", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Wording() {}

  /** {@code 71.1 s}, {@code −13.9 s}. */
  public static String seconds(Duration duration) {
    return seconds(duration.toNanos() / 1e9);
  }

  /** {@code 71.1 s}, {@code −13.9 s}. */
  public static String seconds(double seconds) {
    return number(seconds, 1) + " s";
  }

  /** A number with so many decimals and a true minus sign; in words if it is none. */
  public static String number(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return "not known";
    }
    return Decimal.fixed(value, decimals).replace('-', '−');
  }

  /** {@code 4.2 %}. */
  public static String percent(double share) {
    return number(share * 100, 1) + " %";
  }

  /** A window as the scenario names it: {@code 30s}, whatever the speed. */
  public static String window(Scenario scenario, Duration window) {
    return Durations.print(scenario.nominal(window));
  }

  /** A rate with its window's actual length where the speed is not 1. */
  public static String rate(Scenario scenario, Duration window) {
    String rate = "rate[" + window(scenario, window) + "]";
    return scenario.speed() == 1 ? rate : rate + ", " + actually(scenario, window);
  }

  /** A window with its actual length where the speed is not 1: {@code 30s (3 s at speed 10)}. */
  public static String windowAtSpeed(Scenario scenario, Duration window) {
    String nominal = window(scenario, window);
    return scenario.speed() == 1 ? nominal : nominal + " (" + actually(scenario, window) + ")";
  }

  private static String actually(Scenario scenario, Duration window) {
    return Decimal.upTo(window.toNanos() / 1e9, 3)
        + " s at speed "
        + Decimal.upTo(scenario.speed(), 2);
  }

  /** What went on after the load. */
  public static String drain(Cause cause) {
    return switch (cause) {
      case BACKLOG -> "worked off for nobody";
      case WINDOW_ONLY, EXITED, MISSED_SCRAPE, COUNTER_RESET -> "last requests";
      case RESTARTED -> "restart of the target";
      case UNKNOWN -> "work after the load, cause unknown";
    };
  }

  /** What was wrong with samples that no verdict rests on. */
  public static String remark(String text) {
    return "No verdict rests on it: " + text;
  }

  /** A time of day in UTC: {@code 12:41:07.3}. */
  public static String clock(long epochMillis) {
    return CLOCK.format(Instant.ofEpochMilli(epochMillis));
  }

  /** A day and a time of day in UTC. */
  public static String instant(long epochMillis) {
    return DAY.format(Instant.ofEpochMilli(epochMillis));
  }

  /** A constant in words: {@code window only}. */
  public static String constant(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
