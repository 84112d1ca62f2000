package ratelab.loadgen.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** --sweep rate=100..5000, or with a number of steps: rate=100..5000:20. */
final class SweepFlags {
  private static final Duration USUAL_STEP = Duration.ofSeconds(10);
  private static final int MOST_STEPS = 1000;

  /** Without a number of steps each rate is about half as much again as the one before. */
  private static final double USUAL_FACTOR = 1.5;

  private static final Pattern FORM =
      Pattern.compile("rate=(\\d+\\.?\\d*)\\.\\.(\\d+\\.?\\d*)(?::(\\d{1,4}))?");
  private static final List<Flag> OTHERS =
      List.of(
          Flag.RATE,
          Flag.WORKER_RATE,
          Flag.STAGES,
          Flag.REQUESTS,
          Flag.OUTPUT,
          Flag.RECORD,
          Flag.HLOG,
          Flag.FAIL_IF);

  private SweepFlags() {}

  static Optional<Sweep> sweep(FlagValues flags) throws BadUsage {
    Optional<String> text = flags.text(Flag.SWEEP);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    for (Flag other : OTHERS) {
      if (flags.text(other).isPresent()) {
        throw BadUsage.senseless("--sweep and " + other.spelling() + " exclude each other");
      }
    }
    Duration step = Numbers.duration(flags, Flag.PERIOD, USUAL_STEP);
    return Optional.of(new Sweep(rates(text.get()), step.isZero() ? USUAL_STEP : step));
  }

  private static List<Double> rates(String text) throws BadUsage {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw BadUsage.unreadable(
          "--sweep " + text + ": write it like rate=100..5000, or rate=100..5000:20 for 20 steps");
    }
    double from = Double.parseDouble(form.group(1));
    double to = Double.parseDouble(form.group(2));
    if (from <= 0 || to <= from) {
      throw BadUsage.senseless("--sweep " + text + ": from above 0 to something higher");
    }
    int steps =
        form.group(3) == null
            ? (int) Math.ceil(Math.log(to / from) / Math.log(USUAL_FACTOR)) + 1
            : Integer.parseInt(form.group(3));
    if (steps < 2 || steps > MOST_STEPS) {
      throw BadUsage.senseless("--sweep " + text + ": use 2 to " + MOST_STEPS + " steps");
    }
    return IntStream.range(0, steps)
        .mapToDouble(i -> rounded(from * Math.pow(to / from, (double) i / (steps - 1))))
        .boxed()
        .toList();
  }

  private static double rounded(double rate) {
    return new BigDecimal(rate).round(new MathContext(3)).doubleValue();
  }
}
