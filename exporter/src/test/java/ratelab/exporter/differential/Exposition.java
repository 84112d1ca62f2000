package ratelab.exporter.differential;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one scrape said, read from the text format 0.0.4.
 *
 * @param types of the families, by name
 */
record Exposition(SortedMap<String, String> types, SortedMap<Series, Double> samples) {
  private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
  private static final Pattern SAMPLE =
      Pattern.compile("(?<name>[a-zA-Z_:][\\w:]*)(?:\\{(?<labels>.*)})? (?<value>\\S+)");
  private static final Pattern LABEL =
      Pattern.compile("(?<name>\\w+)=\"(?<value>(?:[^\"\\\\]|\\\\.)*)\",?");

  static Exposition parse(String text) {
    SortedMap<String, String> types = new TreeMap<>();
    SortedMap<Series, Double> samples = new TreeMap<>();
    for (String line : text.lines().toList()) {
      Matcher type = TYPE.matcher(line);
      if (type.matches()) {
        types.put(type.group(1), type.group(2));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        Sample sample = sample(line);
        if (samples.put(sample.series(), sample.value()) != null) {
          throw new IllegalArgumentException("twice: " + line);
        }
      }
    }
    return new Exposition(types, samples);
  }

  private record Sample(Series series, double value) {}

  private static Sample sample(String line) {
    Matcher sample = SAMPLE.matcher(line);
    if (!sample.matches()) throw new IllegalArgumentException("no sample: " + line);
    String text = sample.group("labels") == null ? "" : sample.group("labels");
    Map<String, String> labels = new TreeMap<>();
    Matcher label = LABEL.matcher(text);
    int read = 0;
    while (label.lookingAt()) {
      labels.put(label.group("name"), unescaped(label.group("value")));
      read = label.end();
      label.region(read, text.length());
    }
    if (read != text.length()) throw new IllegalArgumentException("no labels: " + line);
    return new Sample(Series.of(sample.group("name"), labels), number(sample.group("value")));
  }

  private static String unescaped(String value) {
    return Pattern.compile("\\\\(.)")
        .matcher(value)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(escape.group(1).equals("n") ? "\n" : escape.group(1)));
  }

  private static double number(String value) {
    return switch (value) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(value);
    };
  }

  /** Its value, or 0 if it is not there: what a sum makes of it. */
  double valueOrZero(Series series) {
    return samples.getOrDefault(series, 0.0);
  }

  double sum(Predicate<Series> which) {
    return samples.entrySet().stream()
        .filter(sample -> which.test(sample.getKey()))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  /** The largest value of the family's series that have this label, 0 without any. */
  double largest(String family, String label, String value) {
    return samples.entrySet().stream()
        .filter(sample -> sample.getKey().family().equals(family))
        .filter(sample -> sample.getKey().label(label).equals(value))
        .mapToDouble(Map.Entry::getValue)
        .max()
        .orElse(0);
  }

  /** Only what was said of some groups; what is said of no group stays. */
  Exposition ofGroups(Predicate<String> groups) {
    SortedMap<Series, Double> kept = new TreeMap<>(samples);
    kept.keySet().removeIf(series -> series.isOfGroup() && !groups.test(series.group()));
    return new Exposition(types, kept);
  }
}
