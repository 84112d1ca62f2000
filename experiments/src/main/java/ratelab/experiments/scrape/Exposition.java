package ratelab.experiments.scrape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.SeriesId;
import ratelab.experiments.rate.SeriesIdReader;

/**
 * Reads Prometheus' text format, version 0.0.4
 * (https://prometheus.io/docs/instrumenting/exposition_formats/): one sample a line, being name and
 * labels, value, and perhaps a timestamp in milliseconds. Comments, HELP and TYPE among them, are
 * skipped.
 */
public final class Exposition {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern BLANKS = Pattern.compile("[ \\t]+");

  private final long scrapedMillis;
  private final List<ExposedSample> samples = new ArrayList<>();
  private final Set<SeriesId> seen = new HashSet<>();
  private int line;

  private Exposition(long scrapedMillis) {
    this.scrapedMillis = scrapedMillis;
  }

  /**
   * The samples of a body, in its order.
   *
   * @param scrapedMillis the time of the samples that state none, milliseconds since the epoch
   * @throws ExpositionException if a line is malformed, a series is there twice, or the last line
   *     has no end: then the body is cut off
   */
  public static List<ExposedSample> parse(String body, long scrapedMillis)
      throws ExpositionException {
    Exposition exposition = new Exposition(scrapedMillis);
    int start = 0;
    while (start < body.length()) {
      int end = body.indexOf('\n', start);
      exposition.read(end < 0 ? body.substring(start) : body.substring(start, end));
      if (end < 0) {
        throw exposition.malformed("no line feed at its end: the body is cut off");
      }
      start = end + 1;
    }
    return List.copyOf(exposition.samples);
  }

  private void read(String text) throws ExpositionException {
    line++;
    String content = text.strip();
    if (content.isEmpty() || content.startsWith("#")) {
      return;
    }
    ExposedSample sample = sample(content);
    if (!seen.add(sample.series())) {
      throw malformed(sample.series() + " is there twice");
    }
    samples.add(sample);
  }

  private ExposedSample sample(String content) throws ExpositionException {
    SeriesIdReader reader = new SeriesIdReader(content);
    try {
      SeriesId series = reader.read();
      List<String> numbers = List.of(BLANKS.split(reader.rest(), -1));
      if (numbers.size() > 2) {
        throw malformed("expected a value and perhaps a timestamp, got '" + reader.rest() + "'");
      }
      long time = numbers.size() == 1 ? scrapedMillis : timestampMillis(numbers.getLast());
      return new ExposedSample(series, new Sample(time, value(numbers.getFirst())));
    } catch (IllegalArgumentException e) {
      throw malformed(e.getMessage());
    }
  }

  private long timestampMillis(String text) throws ExpositionException {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw malformed("expected a timestamp in whole milliseconds, got '" + text + "'");
    }
  }

  private double value(String text) throws ExpositionException {
    if (NUMBER.matcher(text).matches()) {
      return Double.parseDouble(text);
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "nan" -> Double.NaN;
      case "inf", "+inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> throw malformed("expected a number as the value, got '" + text + "'");
    };
  }

  private ExpositionException malformed(@Nullable String problem) {
    return new ExpositionException(line, problem);
  }
}
