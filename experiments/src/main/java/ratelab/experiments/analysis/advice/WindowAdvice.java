package ratelab.experiments.analysis.advice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import ratelab.experiments.rate.ReturnInterval;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.WindowWidth;

/**
 * Which window suits a scrape interval and a signal, in words.
 *
 * @param window the shortest round window that meets all demands
 * @param reasons why not a shorter one, one sentence each
 * @param warnings what to beware of, one sentence each
 */
public record WindowAdvice(Duration window, List<String> reasons, List<String> warnings) {
  /** Survives a missed scrape with room for jitter; Grafana's rule for its rate interval, too. */
  private static final int INTERVALS = 4;

  /** A step of the curve is then a tenth of the signal at most. */
  private static final int QUANTA = 10;

  private static final double SPREADS = 5;
  private static final Duration LONGEST = Duration.ofHours(1);

  private static final List<Duration> ROUND =
      Stream.of(1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 600, 900, 1800, 3600)
          .map(Duration::ofSeconds)
          .toList();

  public WindowAdvice {
    reasons = List.copyOf(reasons);
    warnings = List.copyOf(warnings);
  }

  /** Advice for a scrape interval, and for a signal if it is known. */
  public static WindowAdvice of(Duration scrapeInterval, Optional<SignalFacts> signal) {
    List<String> reasons = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    Duration least = scrapeInterval.multipliedBy(INTERVALS);
    reasons.add(
        "A rate needs two samples: %s always holds them while no scrape is missed, %s survives a missed one and jitter."
            .formatted(text(scrapeInterval.multipliedBy(2)), text(least)));
    if (signal.isPresent()) {
      least = longer(least, forSignal(signal.get(), scrapeInterval, reasons, warnings));
    }
    Duration window = round(least);
    signal
        .flatMap(SignalFacts::phase)
        .ifPresent(phase -> gate(window, scrapeInterval, phase, warnings));
    return new WindowAdvice(window, reasons, warnings);
  }

  /** Which of these windows are too short for a scrape interval, one sentence each. */
  public static List<String> tooShort(List<Duration> windows, Duration scrapeInterval) {
    Duration least = scrapeInterval.multipliedBy(2);
    return windows.stream()
        .filter(window -> WindowWidth.of(window, scrapeInterval) != WindowWidth.SHOWS_ALWAYS)
        .map(
            window ->
                "rate[%s] is shorter than twice the scrape interval of %s (W < 2S): it %s. From %s on a window always has a value while no scrape is missed."
                    .formatted(
                        text(window),
                        text(scrapeInterval),
                        visibility(window, scrapeInterval),
                        text(least)))
        .toList();
  }

  /** What a window of less than two scrape intervals shows. */
  private static String visibility(Duration window, Duration scrapeInterval) {
    return WindowWidth.of(window, scrapeInterval) == WindowWidth.SHOWS_NOTHING
        ? "shows nothing: it never holds two samples"
        : String.format(
            Locale.ROOT,
            "has a value for %.0f %% of the time only",
            100.0 * (window.toMillis() - scrapeInterval.toMillis()) / scrapeInterval.toMillis());
  }

  /** What a window of some length does at a scrape interval, in a sentence. */
  public static String portrait(Duration window, Duration scrapeInterval) {
    WindowWidth width = WindowWidth.of(window, scrapeInterval);
    if (width == WindowWidth.SHOWS_NOTHING) {
      return visibility(window, scrapeInterval);
    }
    long gaps = Math.max(1, window.toMillis() / scrapeInterval.toMillis() - 1);
    ReturnInterval back = ReturnInterval.of(window, scrapeInterval);
    double overshoot = window.toMillis() / ((double) gaps * scrapeInterval.toMillis());
    String visible = width == WindowWidth.HAS_GAPS ? visibility(window, scrapeInterval) + ", " : "";
    return visible
        + String.format(
            Locale.ROOT,
            "is up and back %s to %s after the CPU is, lags by %s, and shows a short burst %.2f"
                + " times as high as its mean",
            text(back.earliest()),
            text(back.latest()),
            text(window.dividedBy(2)),
            overshoot);
  }

  private static Duration forSignal(
      SignalFacts signal, Duration interval, List<String> reasons, List<String> warnings) {
    if (signal.cores() <= 0) {
      warnings.add("There is no signal above the idle target: no window can show it.");
      return interval;
    }
    return longer(
        ticks(signal, interval, reasons, warnings), noise(signal, interval, reasons, warnings));
  }

  private static Duration ticks(
      SignalFacts signal, Duration interval, List<String> reasons, List<String> warnings) {
    if (signal.quantumSeconds() == 0) {
      return interval;
    }
    double perInterval = signal.cores() * interval.toMillis() / 1000;
    if (perInterval < signal.quantumSeconds()) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "The signal is below a tick: %.4f s of CPU between two scrapes, and the counter moves"
                  + " in steps of %.2f s, so short windows show 0 in the middle of work; use the"
                  + " nanosecond counter where the exporter has it.",
              perInterval,
              signal.quantumSeconds()));
    }
    Duration window = seconds(QUANTA * signal.quantumSeconds() / signal.cores());
    reasons.add(
        "The counter's steps of %.2f s are a tenth of the signal or less from %s on."
            .formatted(signal.quantumSeconds(), text(round(window))));
    return bounded(window, "ticks", warnings);
  }

  private static Duration noise(
      SignalFacts signal, Duration interval, List<String> reasons, List<String> warnings) {
    double ratio = SPREADS * signal.idleSpreadCores() / signal.cores();
    if (ratio <= 1) {
      return interval;
    }
    warnings.add(
        String.format(
            Locale.ROOT,
            "The signal of %.6f cores lies inside the idle band: one gap between scrapes varies by"
                + " %.6f while idle.",
            signal.cores(),
            signal.idleSpreadCores()));
    Duration window = seconds(interval.toMillis() / 1000.0 * ratio * ratio);
    reasons.add(
        "Idle noise averages out to a fifth of the signal from %s on."
            .formatted(text(round(window))));
    return bounded(window, "idle noise", warnings);
  }

  private static Duration bounded(Duration window, String what, List<String> warnings) {
    if (window.compareTo(LONGEST) > 0) {
      warnings.add(
          "Against the " + what + " even an hour is too short; make the signal stronger instead.");
      return LONGEST;
    }
    return window;
  }

  /** A gate may look only at windows that lie in the phase, and at what was scraped in it. */
  private static void gate(
      Duration window, Duration interval, Duration phase, List<String> warnings) {
    Duration settled = longer(window, interval.multipliedBy(2));
    if (phase.compareTo(settled) <= 0) {
      warnings.add(
          "A gate on rate[%s] can not judge a phase of %s: each of its windows reaches into the phase before; make the phase longer than %s or the window shorter."
              .formatted(text(window), text(phase), text(settled)));
    } else {
      warnings.add(
          "A gate on rate[%s] mixes phases for the first %s of each: judge from then until the phase's end, a stretch of %s of %s."
              .formatted(text(window), text(settled), text(phase.minus(settled)), text(phase)));
    }
  }

  private static Duration round(Duration least) {
    return ROUND.stream().filter(w -> w.compareTo(least) >= 0).findFirst().orElse(least);
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis((long) Math.ceil(Math.min(seconds, 1e9) * 1000));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private static String text(Duration duration) {
    return Durations.print(duration);
  }
}
