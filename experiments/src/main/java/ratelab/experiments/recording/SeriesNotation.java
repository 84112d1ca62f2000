package ratelab.experiments.recording;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ratelab.experiments.rate.SeriesId;

/** Reads the Prometheus notation that a {@link SeriesId} prints: {@code up{job="x"}}. */
final class SeriesNotation {
  private static final Pattern METRIC = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  private SeriesNotation() {}

  /**
   * Reads one series.
   *
   * @throws IllegalArgumentException if it is none
   */
  static SeriesId parse(String text) {
    Matcher metric = METRIC.matcher(text);
    if (!metric.lookingAt()) throw new IllegalArgumentException(text);
    String labels = text.substring(metric.end());
    if (labels.isEmpty()) return SeriesId.of(text, Map.of());
    if (!labels.startsWith("{") || !labels.endsWith("}")) throw new IllegalArgumentException(text);
    return SeriesId.of(metric.group(), labels(labels.substring(1, labels.length() - 1)));
  }

  private static Map<String, String> labels(String text) {
    Map<String, String> labels = new TreeMap<>();
    Matcher label = LABEL.matcher(text);
    int at = 0;
    while (at < text.length()) {
      boolean separated = at == 0 || text.charAt(at++) == ',';
      if (!separated || !label.find(at) || label.start() != at) {
        throw new IllegalArgumentException(text);
      }
      labels.put(label.group(1), unescaped(label.group(2)));
      at = label.end();
    }
    return labels;
  }

  private static String unescaped(String value) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\\') {
        out.append(c);
      } else {
        char escaped = value.charAt(++i);
        out.append(escaped == 'n' ? '\n' : escaped);
      }
    }
    return out.toString();
  }
}
