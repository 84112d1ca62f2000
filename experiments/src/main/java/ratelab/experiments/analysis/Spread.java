package ratelab.experiments.analysis;

import java.util.List;

/**
 * Mean and standard deviation of CPU rates.
 *
 * @param mean cores; 0 of nothing
 * @param deviation cores; 0 of fewer than two values
 */
record Spread(double mean, double deviation) {
  static Spread of(List<CounterTrack.Gap> gaps) {
    if (gaps.isEmpty()) {
      return new Spread(0, 0);
    }
    double mean = gaps.stream().mapToDouble(CounterTrack.Gap::cores).average().orElse(0);
    double squares = gaps.stream().mapToDouble(g -> (g.cores() - mean) * (g.cores() - mean)).sum();
    return new Spread(mean, gaps.size() < 2 ? 0 : Math.sqrt(squares / (gaps.size() - 1)));
  }
}
