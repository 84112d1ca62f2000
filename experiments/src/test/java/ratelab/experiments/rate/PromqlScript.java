package ratelab.experiments.rate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the part of Prometheus' own test notation (promql/promqltest/README.md there) that range
 * functions of a typed query need: {@code load}, {@code clear}, {@code eval instant at}, {@code
 * eval range from .. to .. step}, and {@code expect fail msg:}. An eval line without an expectation
 * expects no result.
 */
final class PromqlScript {
  private static final Pattern INSTANT = Pattern.compile("eval instant at (\\S+) (.+)");
  private static final Pattern RANGE =
      Pattern.compile("eval range from (\\S+) to (\\S+) step (\\S+) (.+)");
  private static final String FAIL = "expect fail msg: ";

  private final List<Eval> evals = new ArrayList<>();
  private List<Series> loaded = List.of();
  private long intervalMillis;

  private PromqlScript() {}

  /**
   * One question with its answer.
   *
   * @param line where it stands
   * @param query a function over a metric's range, as PromQL
   * @param steps when it is evaluated; empty for an instant that lies in {@code startMillis}
   * @param series what was loaded
   * @param expected the answers by labels, one for each step
   * @param failure the message of the failure that is expected instead
   */
  record Eval(
      int line,
      String query,
      long startMillis,
      Optional<Steps> steps,
      List<Series> series,
      Map<String, List<OptionalDouble>> expected,
      Optional<String> failure) {
    @Override
    public String toString() {
      return "line " + line + ": " + query + " at " + startMillis / 1000.0 + " s";
    }
  }

  static List<Eval> read(List<String> lines) {
    PromqlScript script = new PromqlScript();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("#.*", "").strip();
      if (!line.isEmpty()) {
        script.read(i + 1, line);
      }
    }
    return script.evals;
  }

  private void read(int number, String line) {
    Matcher instant = INSTANT.matcher(line);
    Matcher range = RANGE.matcher(line);
    if (line.equals("clear")) {
      loaded = List.of();
    } else if (line.startsWith("load ")) {
      intervalMillis = millis(line.substring("load ".length()));
    } else if (instant.matches()) {
      long at = millis(instant.group(1));
      evals.add(eval(number, instant.group(2), at, Optional.empty()));
    } else if (range.matches()) {
      Steps steps =
          new Steps(
              millis(range.group(1)), millis(range.group(2)), PromqlValue.duration(range.group(3)));
      evals.add(eval(number, range.group(4), steps.startMillis(), Optional.of(steps)));
    } else if (line.startsWith(FAIL)) {
      Eval last = evals.removeLast();
      evals.add(
          new Eval(
              last.line(),
              last.query(),
              last.startMillis(),
              last.steps(),
              last.series(),
              last.expected(),
              Optional.of(line.substring(FAIL.length()))));
    } else {
      values(line);
    }
  }

  private Eval eval(int number, String query, long startMillis, Optional<Steps> steps) {
    return new Eval(
        number, query, startMillis, steps, loaded, new LinkedHashMap<>(), Optional.empty());
  }

  /** A line of values belongs to the load or to the eval before it, which its beginning tells. */
  private void values(String line) {
    if (line.startsWith("{")) {
      int end = line.indexOf('}') + 1;
      evals
          .getLast()
          .expected()
          .put(line.substring(0, end), numbers(line.substring(end).strip()).toList());
      return;
    }
    SeriesIdReader reader = new SeriesIdReader(line);
    SeriesId id = reader.read();
    List<Series> all = new ArrayList<>(loaded);
    all.add(new Series(id, samples(reader.rest())));
    loaded = List.copyOf(all);
  }

  private static Stream<OptionalDouble> numbers(String text) {
    return Stream.of(text.split("\\s+", -1))
        .map(
            n -> n.equals("_") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(n)));
  }

  private List<Sample> samples(String values) {
    List<Sample> samples = new ArrayList<>();
    long time = 0;
    for (PromqlValue value : PromqlValue.parse(values)) {
      if (value.isStale()) {
        samples.add(Sample.stale(time));
      } else if (value.number().isPresent()) {
        samples.add(new Sample(time, value.number().getAsDouble()));
      }
      time += intervalMillis;
    }
    return samples;
  }

  /** The labels as an eval's expectation names them. */
  static String labels(SeriesId id) {
    return id.labels().isEmpty() ? "{}" : SeriesId.of("", new TreeMap<>(id.labels())).toString();
  }

  private static long millis(String text) {
    return text.equals("0") ? 0 : PromqlValue.duration(text).toMillis();
  }
}
