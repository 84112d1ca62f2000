package ratelab.experiments.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.RangeQuery;
import ratelab.experiments.rate.RateModel;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.Steps;

/**
 * The rate model beside a real Prometheus: both evaluate the same query over the samples which that
 * server stored, and every point must be equal bit for bit.
 *
 * @param query what both evaluated
 * @param answers the server's own curve
 * @param points instants at which at least one of them has a value
 * @param differing how many of these are not equal
 * @param differences the first few of them, spelled out
 */
public record OracleComparison(
    RangeQuery query, Curve answers, int points, int differing, List<String> differences) {
  private static final int SPELLED_OUT = 5;

  public OracleComparison {
    differences = List.copyOf(differences);
  }

  /**
   * Asks a server for its answers and for its samples, and compares.
   *
   * @param dialect the server's, see {@link Dialect#ofVersion}
   * @param steps must end before the server's newest sample: what is still being stored would be
   *     seen by one side only
   */
  public static OracleComparison ask(
      PrometheusClient server, Dialect dialect, RangeQuery query, Steps steps)
      throws OracleException, InterruptedException {
    Curve answers = server.queryRange(query, steps);
    long windowMillis = query.window().toMillis();
    List<Series> samples =
        server.samples(query.selector(), steps.startMillis() - windowMillis, steps.endMillis());
    return of(query, answers, new RateModel(dialect).curve(query, samples, steps));
  }

  /** Compares two curves over the same instants. */
  static OracleComparison of(RangeQuery query, Curve answers, Curve model) {
    List<String> differences = new ArrayList<>();
    int points = 0;
    for (int i = 0; i < answers.points().size(); i++) {
      OptionalDouble theirs = answers.points().get(i).value();
      OptionalDouble ours = model.points().get(i).value();
      if (theirs.isPresent() || ours.isPresent()) {
        points++;
      }
      // OptionalDouble compares bits, so that -0 and 0 differ and NaN equals NaN.
      if (!theirs.equals(ours)) {
        Instant time = Instant.ofEpochMilli(answers.points().get(i).timeMillis());
        differences.add(
            "%s at %s: Prometheus %s, model %s"
                .formatted(query, time, printed(theirs), printed(ours)));
      }
    }
    return new OracleComparison(
        query,
        answers,
        points,
        differences.size(),
        differences.subList(0, Math.min(SPELLED_OUT, differences.size())));
  }

  private static String printed(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "nothing";
  }
}
