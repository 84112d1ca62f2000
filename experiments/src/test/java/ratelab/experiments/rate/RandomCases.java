package ratelab.experiments.rate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Random series with random questions about them, all determined by a seed. */
final class RandomCases {
  private static final String METRIC = "cpu_seconds_total";
  private static final long GRID_MILLIS = RandomSamples.GRID_MILLIS;
  private static final List<String> MODES = List.of("user", "system");

  /** 1118 ms is the first window whose length in seconds depends on how it is computed. */
  private static final long[] WINDOWS_MILLIS = {
    1118, 7000, 10_000, 15_000, 30_000, 60_000, 300_000
  };

  private final Random random;
  private final long lengthMillis;

  RandomCases(long seed, Duration length) {
    this.random = new Random(seed);
    this.lengthMillis = length.toMillis();
  }

  List<RateCase> cases(int cases, int questionsEach) {
    return Stream.generate(() -> next(questionsEach)).limit(cases).toList();
  }

  /** One or two series; the order of three addends would be an accident in promtool. */
  private RateCase next(int questions) {
    List<Series> series =
        MODES.stream()
            .limit(1 + random.nextInt(2))
            .map(mode -> SeriesId.of(METRIC, Map.of("groupname", "g", "mode", mode)))
            .map(id -> new Series(id, RandomSamples.from(random, lengthMillis)))
            .toList();
    List<RateCase.Question> asked = new ArrayList<>();
    while (asked.size() < questions) {
      asked.add(question(series));
    }
    return new RateCase(series, asked);
  }

  private RateCase.Question question(List<Series> series) {
    RangeFunction[] functions = RangeFunction.values();
    RangeFunction function = functions[random.nextInt(functions.length)];
    long window = WINDOWS_MILLIS[random.nextInt(WINDOWS_MILLIS.length)];
    List<Sample> samples = series.getFirst().samples();
    long time = GRID_MILLIS * random.nextInt((int) (lengthMillis / GRID_MILLIS));
    if (!samples.isEmpty() && window % GRID_MILLIS == 0 && random.nextInt(4) == 0) {
      // The window begins on a sample: a closed one sees it, an open one does not.
      time = samples.get(random.nextInt(samples.size())).timestampMillis() + window;
    }
    return new RateCase.Question(
        new RangeQuery(METRIC, "g", function, Duration.ofMillis(window)), time);
  }
}
