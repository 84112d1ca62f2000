package ratelab.loadgen.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code loadgen compare base.json new.json [--max-regression p99=10%]...}. */
final class CompareCommand {
  private static final Pattern LIMIT = Pattern.compile("([a-z0-9]+)=(\\d+(?:\\.\\d+)?)%");
  private static final List<String> TIMES = List.of("mean", "p50", "p90", "p99", "p999", "max");

  private CompareCommand() {}

  /**
   * What is to be said.
   *
   * @param table for standard output
   * @param failures regressions beyond their limits, for standard error
   */
  record Verdict(String table, List<String> failures) {}

  /**
   * Compares two runs.
   *
   * @throws IllegalArgumentException if the words make no sense
   * @throws IOException naming the file that cannot be read
   */
  static Verdict run(List<String> words) throws IOException {
    List<Path> files = new ArrayList<>();
    Map<String, Double> limits = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("--max-regression") && i + 1 < words.size()) {
        putLimit(limits, words.get(++i));
      } else if (word.startsWith("--max-regression=")) {
        putLimit(limits, word.substring("--max-regression=".length()));
      } else if (word.startsWith("-")) {
        throw new IllegalArgumentException(
            word + ": compare takes two files and --max-regression, nothing else");
      } else {
        files.add(Path.of(word));
      }
    }
    if (files.size() != 2) {
      throw new IllegalArgumentException(
          "compare: name two results, like: compare base.json new.json");
    }
    return verdict(SavedRun.read(files.get(0)), SavedRun.read(files.get(1)), limits);
  }

  private static void putLimit(Map<String, Double> limits, String text) {
    Matcher limit = LIMIT.matcher(text);
    List<String> names = new ArrayList<>(TIMES);
    names.addAll(List.of("rps", "errors"));
    if (!limit.matches() || !names.contains(limit.group(1))) {
      throw new IllegalArgumentException(
          "--max-regression " + text + ": write it like p99=10%, with one of " + names);
    }
    limits.put(limit.group(1), Double.parseDouble(limit.group(2)) / 100);
  }

  private static Verdict verdict(SavedRun base, SavedRun now, Map<String, Double> limits) {
    // Response times only where both runs have them: the two kinds do not compare.
    boolean response = base.hasResponseTimes() && now.hasResponseTimes();
    List<Comparison> comparisons = new ArrayList<>();
    comparisons.add(new Comparison("rps", base.perSecond(), now.perSecond(), true));
    comparisons.add(new Comparison("errors", base.errorShare(), now.errorShare(), false));
    for (String name : TIMES) {
      comparisons.add(
          new Comparison(name, base.nanos(response, name), now.nanos(response, name), false));
    }
    StringBuilder table =
        new StringBuilder(
            "\n" + (response ? "Response" : "Service") + " times, base, new, change:\n");
    List<String> failures = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      table.append(comparison.line());
      Double limit = limits.get(comparison.name());
      if (limit != null) {
        failure(comparison, limit, failures);
      }
    }
    return new Verdict(table.append('\n').toString(), failures);
  }

  private static void failure(Comparison comparison, double limit, List<String> failures) {
    OptionalDouble regression = comparison.regression();
    if (regression.isEmpty()) {
      failures.add(comparison.name() + " is not known in both results");
    } else if (regression.getAsDouble() > limit) {
      failures.add(
          String.format(
              Locale.ROOT,
              "%s got worse by %.1f%%, more than %.1f%%",
              comparison.name(),
              100 * regression.getAsDouble(),
              100 * limit));
    }
  }
}
