package ratelab.experiments.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.RangeFunction;
import ratelab.experiments.rate.RangeQuery;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Steps;

/** The rate model beside a Prometheus that really scrapes. {@code -Dratelab.seed=N} repeats. */
class OracleComparisonIT {
  private static final int SCRAPES = 10;
  private static final List<Duration> WINDOWS =
      List.of(Duration.ofMillis(1118), Duration.ofSeconds(2), Duration.ofSeconds(5));

  @TempDir Path directory;

  @Test
  @Timeout(60)
  void a_real_server_and_the_model_agree_at_every_point_to_the_last_bit() throws Exception {
    long seed = Long.getLong("ratelab.seed", new Random().nextLong());
    try (RandomCounters target = new RandomCounters(seed, SCRAPES);
        RealPrometheus prometheus = RealPrometheus.scraping(target.port(), directory)) {
      assertThat(target.scrapes().await(40, TimeUnit.SECONDS)).isTrue();
      String version = prometheus.client().version();

      List<OracleComparison> comparisons = compareAll(prometheus.client(), version);

      long points = comparisons.stream().mapToLong(OracleComparison::points).sum();
      long differing = comparisons.stream().mapToLong(OracleComparison::differing).sum();
      System.out.printf(
          "rate model against prometheus %s: %d points, %d differences, seed %d%n",
          version, points, differing, seed);
      assertThat(comparisons)
          .as("seed %d", seed)
          .flatExtracting(OracleComparison::differences)
          .isEmpty();
      assertThat(points).isGreaterThan(1000);
    }
  }

  private static List<OracleComparison> compareAll(PrometheusClient server, String version)
      throws OracleException, InterruptedException {
    Dialect dialect = Dialect.ofVersion(version);
    Steps steps = storedSpan(server);
    List<OracleComparison> comparisons = new ArrayList<>();
    for (RangeFunction function : RangeFunction.values()) {
      for (Duration window : WINDOWS) {
        RangeQuery query = new RangeQuery("cpu_seconds_total", "g", function, window);
        comparisons.add(OracleComparison.ask(server, dialect, query, steps));
      }
    }
    return comparisons;
  }

  /** From the first sample to just before the newest: what lies between is stored for good. */
  private static Steps storedSpan(PrometheusClient server)
      throws OracleException, InterruptedException {
    long now = System.currentTimeMillis();
    List<Sample> samples =
        server.samples("up", now - Duration.ofMinutes(2).toMillis(), now).getFirst().samples();
    return new Steps(
        samples.getFirst().timestampMillis(),
        samples.getLast().timestampMillis() - 1,
        Duration.ofMillis(20));
  }
}
