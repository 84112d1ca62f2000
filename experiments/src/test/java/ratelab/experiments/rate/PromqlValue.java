package ratelab.experiments.rate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ratelab.experiments.scenario.Durations;

/**
 * One value of a series in Prometheus' test notation.
 *
 * @param number empty for a missing or a stale sample
 * @param isStale whether it is a stale marker
 */
record PromqlValue(OptionalDouble number, boolean isStale) {
  private static final PromqlValue MISSING = new PromqlValue(OptionalDouble.empty(), false);
  private static final PromqlValue STALE = new PromqlValue(OptionalDouble.empty(), true);
  private static final Pattern GAP = Pattern.compile("_(?:x(\\d+))?");
  private static final Pattern RUN = Pattern.compile("(-?[\\d.]+)(?:([+-])([\\d.]+))?(?:x(\\d+))?");

  /** The values of {@code 1+1x4 _x2 stale 7}: after the first, x counts the further ones. */
  static List<PromqlValue> parse(String text) {
    List<PromqlValue> values = new ArrayList<>();
    for (String word : List.of(text.strip().split("\\s+", -1))) {
      add(word, values);
    }
    return values;
  }

  private static void add(String word, List<PromqlValue> values) {
    Matcher gap = GAP.matcher(word);
    Matcher run = RUN.matcher(word);
    if (word.equals("stale")) {
      values.add(STALE);
    } else if (gap.matches()) {
      int missing = gap.group(1) == null ? 1 : Integer.parseInt(gap.group(1));
      for (int i = 0; i < missing; i++) {
        values.add(MISSING);
      }
    } else if (run.matches()) {
      addRun(run, values);
    } else {
      throw new IllegalArgumentException("no value: " + word);
    }
  }

  private static void addRun(Matcher run, List<PromqlValue> values) {
    double value = Double.parseDouble(run.group(1));
    double step = run.group(3) == null ? 0 : Double.parseDouble(run.group(2) + run.group(3));
    int further = run.group(4) == null ? 0 : Integer.parseInt(run.group(4));
    for (int i = 0; i <= further; i++) {
      values.add(new PromqlValue(OptionalDouble.of(value), false));
      value += step;
    }
  }

  static Duration duration(String text) {
    return Durations.parse(text);
  }
}
