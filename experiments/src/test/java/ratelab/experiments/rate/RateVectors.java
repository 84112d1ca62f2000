package ratelab.experiments.rate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The committed cases with promtool's answers. A line is one of
 *
 * <pre>
 * # a comment
 * series cpu_seconds_total{groupname="g",mode="user"} 500:1.25 3000:stale
 * query rate 30000 61500 1.07E-01
 * </pre>
 *
 * samples being {@code milliseconds:value}, a query being function, window in ms, evaluation time
 * in ms, and promtool's answer as promtool printed it. Series after a query begin a new case.
 */
record RateVectors(List<RateCase> cases, List<String> answers) {
  private static final Path FILE =
      Path.of("src/test/resources/ratelab/experiments/rate/promtool-2.42-vectors.txt");

  /** Reads the committed file. */
  static RateVectors read() throws IOException {
    Reader reader = new Reader();
    Files.readAllLines(FILE).forEach(reader::line);
    return reader.vectors();
  }

  /** Replaces the committed file. */
  void write(String version) throws IOException {
    StringBuilder text = new StringBuilder("# ratelab rate vectors, format 1\n");
    text.append("# answers printed by promtool ").append(version).append('\n');
    int next = 0;
    for (RateCase rateCase : cases) {
      for (Series series : rateCase.series()) {
        text.append("series %s %s%n".formatted(series.id(), printed(series)));
      }
      for (RateCase.Question question : rateCase.questions()) {
        text.append("query %s %s%n".formatted(printed(question), answers.get(next++)));
      }
    }
    Files.createDirectories(FILE.getParent());
    Files.writeString(FILE, text);
  }

  private static String printed(RateCase.Question question) {
    RangeQuery query = question.query();
    return "%s %d %d"
        .formatted(query.function().promQl(), query.window().toMillis(), question.timeMillis());
  }

  private static String printed(Series series) {
    return series.samples().stream()
        .map(s -> s.timestampMillis() + ":" + (s.isStale() ? "stale" : s.value()))
        .collect(Collectors.joining(" "));
  }

  private static final class Reader {
    private final List<RateCase> cases = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private List<Series> series = new ArrayList<>();
    private List<RateCase.Question> questions = new ArrayList<>();

    void line(String line) {
      List<String> words = List.of(line.split(" ", -1));
      switch (words.getFirst()) {
        case "series" -> series(words.subList(1, words.size()));
        case "query" -> query(words.subList(1, words.size()));
        default -> {}
      }
    }

    RateVectors vectors() {
      endCase();
      return new RateVectors(List.copyOf(cases), List.copyOf(answers));
    }

    private void series(List<String> words) {
      if (!questions.isEmpty()) {
        endCase();
      }
      Stream<String> samples = words.stream().skip(1).filter(word -> !word.isEmpty());
      series.add(new Series(SeriesId.parse(words.getFirst()), samples.map(this::sample).toList()));
    }

    private Sample sample(String text) {
      int colon = text.indexOf(':');
      long time = Long.parseLong(text.substring(0, colon));
      String value = text.substring(colon + 1);
      return value.equals("stale")
          ? Sample.stale(time)
          : new Sample(time, Double.parseDouble(value));
    }

    private void query(List<String> words) {
      SeriesId id = series.getFirst().id();
      RangeFunction function = RangeFunction.valueOf(words.getFirst().toUpperCase(Locale.ROOT));
      Duration window = Duration.ofMillis(Long.parseLong(words.get(1)));
      RangeQuery query = new RangeQuery(id.metric(), id.label("groupname"), function, window);
      questions.add(new RateCase.Question(query, Long.parseLong(words.get(2))));
      answers.add(words.get(3));
    }

    private void endCase() {
      cases.add(new RateCase(series, questions));
      series = new ArrayList<>();
      questions = new ArrayList<>();
    }
  }
}
