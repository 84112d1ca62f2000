package ratelab.experiments.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.RangeFunction;
import ratelab.experiments.rate.RangeModifier;
import ratelab.experiments.rate.ScrapeGrid;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.ScenarioException;

/** Another way of looking at a recorded run. Durations are nominal, as in the scenario's file. */
final class ViewOptions {
  @Option(
      names = "--window",
      paramLabel = "W",
      split = ",",
      description = "Rate windows, such as 10s,30s,5m. Default: the scenario's.")
  private List<Duration> windows = new ArrayList<>();

  @Option(
      names = "--scrape",
      paramLabel = "S",
      description =
          "As a scraper with this interval would have seen it; not shorter than the recorded one.")
  private @Nullable Duration scrape;

  @Option(
      names = "--phase",
      paramLabel = "P",
      description = "With --scrape: its first scrape, from the recording's begin. Default: 0s.")
  private @Nullable Duration phase;

  @Option(
      names = "--function",
      paramLabel = "F",
      defaultValue = "rate",
      description =
          "rate, increase, delta, irate, idelta or deriv, for the table of shapes; a link is"
              + " printed that opens the report with it. resets or changes: a table of what they"
              + " count. Default: ${DEFAULT-VALUE}.")
  private RangeFunction function = RangeFunction.RATE;

  @Option(
      names = "--range",
      paramLabel = "KIND",
      defaultValue = "plain",
      description =
          "plain, or Prometheus 3.7's anchored or smoothed, for the table. Default:"
              + " ${DEFAULT-VALUE}.")
  private RangeModifier modifier = RangeModifier.PLAIN;

  @Option(
      names = "--dialect",
      paramLabel = "VERSION",
      converter = DialectConverter.class,
      description = "Evaluate as this Prometheus does: 2.42, 2.51, 2.54, 3.x. Default: the run's.")
  private @Nullable Dialect dialect;

  /** Reads {@code 3.x} beside what a server calls its version. */
  static final class DialectConverter implements ITypeConverter<Dialect> {
    @Override
    public Dialect convert(String text) {
      try {
        return Dialect.ofVersion(text.toLowerCase(Locale.ROOT).replace(".x", ".0"));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "'%s' is not a version; write it like 2.42 or 3.x".formatted(text));
      }
    }
  }

  /** Whether anything but the recorded view was asked for. */
  boolean any() {
    return !windows.isEmpty()
        || scrape != null
        || phase != null
        || dialect != null
        || function != RangeFunction.RATE
        || modifier != RangeModifier.PLAIN;
  }

  /**
   * What the address of a report ends with to open it with this function and range, as the report's
   * script reads it; empty for its own rate, and for a count, which is no curve of CPU.
   */
  Optional<String> fragment() {
    boolean isTheReports = function == RangeFunction.RATE && modifier == RangeModifier.PLAIN;
    if (isTheReports || !function.measures()) {
      return Optional.empty();
    }
    String range = modifier == RangeModifier.PLAIN ? "" : "-" + modifier.word();
    return Optional.of("#f=" + function.promQl() + range);
  }

  RangeFunction function() {
    return function;
  }

  RangeModifier modifier() {
    return modifier;
  }

  Dialect dialect(Recording recording) {
    return dialect == null ? recording.info().dialect() : dialect;
  }

  /** Actual windows. */
  List<Duration> windows(Recording recording) {
    return windows.isEmpty()
        ? recording.scenario().windows()
        : windows.stream().map(recording.scenario()::actual).distinct().sorted().toList();
  }

  /** The slower scraper's instants; empty for the recorded ones. */
  Optional<ScrapeGrid> grid(Recording recording) {
    if (scrape == null) {
      return Optional.empty();
    }
    Duration actual = recording.scenario().actual(scrape);
    Duration offset = phase == null ? Duration.ZERO : recording.scenario().actual(phase);
    return actual.equals(recording.scenario().scrapeInterval()) && phase == null
        ? Optional.empty()
        : Optional.of(
            new ScrapeGrid(recording.marks().idleStartMillis() + offset.toMillis(), actual));
  }

  /** The interval of the scrapes that are looked at. */
  Duration interval(Recording recording) {
    return grid(recording).map(ScrapeGrid::interval).orElse(recording.scenario().scrapeInterval());
  }

  /**
   * @throws ScenarioException if this view cannot be had of the recording
   */
  void refuseNonsense(Recording recording) {
    Duration recorded = recording.scenario().nominal(recording.scenario().scrapeInterval());
    if (scrape != null && scrape.compareTo(recorded) < 0) {
      throw new ScenarioException(
          "--scrape %s: the run was scraped every %s, and a replay can only leave scrapes out; give %s or more, or run again with a shorter interval"
              .formatted(
                  Durations.print(scrape), Durations.print(recorded), Durations.print(recorded)));
    }
    if (phase != null && scrape == null) {
      throw new ScenarioException(
          "--phase %s: it is the phase of another scraper; give its interval, too, as --scrape 15s"
              .formatted(Durations.print(phase)));
    }
    if (phase != null && scrape != null && phase.compareTo(scrape) >= 0) {
      throw new ScenarioException(
          "--phase %s: it must be shorter than the interval, --scrape %s"
              .formatted(Durations.print(phase), Durations.print(scrape)));
    }
    refuseWindows(recording);
    refuseRange(recording);
  }

  private void refuseWindows(Recording recording) {
    Duration length =
        Duration.ofMillis(recording.marks().endMillis() - recording.marks().idleStartMillis());
    for (Duration window : windows) {
      if (window.isZero()) {
        throw new ScenarioException("--window 0s: a window has to have a length, such as 30s");
      }
      if (recording.scenario().actual(window).compareTo(length) > 0) {
        throw new ScenarioException(
            "--window %s: longer than the whole recording, which has %s; give a shorter one"
                .formatted(
                    Durations.print(window),
                    Durations.print(
                        Duration.ofSeconds(recording.scenario().nominal(length).toSeconds()))));
      }
    }
  }

  private void refuseRange(Recording recording) {
    if (!modifier.allows(function)) {
      throw new ScenarioException(
          "--range %s: works with rate, increase and delta, not with --function %s"
              .formatted(modifier.word(), function.promQl()));
    }
    if (modifier != RangeModifier.PLAIN && dialect(recording) != Dialect.V3) {
      throw new ScenarioException(
          "--range %s: no Prometheus before 3.7 knows it; add --dialect 3.x"
              .formatted(modifier.word()));
    }
  }
}
