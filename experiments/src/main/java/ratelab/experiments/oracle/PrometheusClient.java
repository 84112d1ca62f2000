package ratelab.experiments.oracle;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.rate.PromDuration;
import ratelab.experiments.rate.RangeQuery;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.Steps;

/** Asks a running Prometheus. It only reads. */
public final class PrometheusClient implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int HTTP_OK = 200;

  private final String base;
  private final HttpClient client;

  /**
   * @param base the server's address, such as {@code http://127.0.0.1:9090}
   */
  public PrometheusClient(URI base) {
    this.base = base.toString().replaceAll("/+$", "");
    this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /** Whether the server is up and answers queries. */
  public boolean ready() throws InterruptedException {
    try {
      return get("/-/ready").statusCode() == HTTP_OK;
    } catch (OracleException _) {
      return false;
    }
  }

  /** The server's version, such as {@code 2.42.0+ds}. */
  public String version() throws OracleException, InterruptedException {
    try {
      return QueryResponse.version(get("/api/v1/status/buildinfo").body());
    } catch (OracleException e) {
      throw e.during("asking " + base + " for its version");
    }
  }

  /**
   * The server's own answers to a query.
   *
   * @throws OracleException if it does not answer, or with an error, or at other times than asked
   */
  public Curve queryRange(RangeQuery query, Steps steps)
      throws OracleException, InterruptedException {
    Map<String, String> parameters =
        Map.of(
            "query", query.promQl(),
            "start", instant(steps.startMillis()),
            "end", instant(steps.endMillis()),
            "step", PromDuration.print(steps.step()));
    List<Series> result = matrix("/api/v1/query_range", parameters);
    if (result.size() > 1) {
      throw new OracleException(query + ": expected one series, got " + result.size());
    }
    return onSteps(query, result, steps);
  }

  /**
   * The stored samples of every series that a selector matches; stale markers are left out.
   *
   * @param selector as PromQL, such as {@code up{job="x"}}
   * @param fromMillis the earliest sample, milliseconds since the epoch, inclusive
   * @param toMillis the latest sample, inclusive
   */
  public List<Series> samples(String selector, long fromMillis, long toMillis)
      throws OracleException, InterruptedException {
    // Windows are open at their left end from 3.0 on: one millisecond more serves both kinds.
    Duration window = Duration.ofMillis(toMillis - fromMillis + 1);
    String query = selector + "[" + PromDuration.print(window) + "]";
    return matrix("/api/v1/query", Map.of("query", query, "time", instant(toMillis))).stream()
        .map(series -> series.between(fromMillis, toMillis))
        .toList();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private List<Series> matrix(String path, Map<String, String> parameters)
      throws OracleException, InterruptedException {
    try {
      return QueryResponse.matrix(get(path + "?" + encoded(parameters)).body());
    } catch (OracleException e) {
      throw e.during("asking " + base + " for " + parameters.get("query"));
    }
  }

  private HttpResponse<String> get(String pathAndQuery)
      throws OracleException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + pathAndQuery)).build();
    CompletableFuture<HttpResponse<String>> exchange =
        client.sendAsync(request, BodyHandlers.ofString());
    try {
      return exchange.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new OracleException("no answer within " + TIMEOUT, e);
    } catch (ExecutionException e) {
      throw unanswered(e);
    } finally {
      exchange.cancel(true);
    }
  }

  private static OracleException unanswered(ExecutionException failure) {
    return switch (failure.getCause()) {
      case ConnectException e ->
          new OracleException("nothing accepts connections there; is Prometheus running?", e);
      case IOException e -> new OracleException("the connection broke: " + e.getMessage(), e);
      case null, default -> throw new IllegalStateException("cannot ask Prometheus", failure);
    };
  }

  /** RFC 3339, because Prometheus reads fractional seconds through a float and loses millis. */
  private static String instant(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  private static String encoded(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Curve onSteps(RangeQuery query, List<Series> result, Steps steps)
      throws OracleException {
    Map<Long, Double> values = new HashMap<>();
    for (Series series : result) {
      for (Sample sample : series.samples()) {
        values.put(sample.timestampMillis(), sample.value());
      }
    }
    Curve curve =
        new Curve(
            steps
                .timesMillis()
                .mapToObj(time -> new Curve.Point(time, optional(values.remove(time))))
                .toList());
    if (!values.isEmpty()) {
      throw new OracleException(
          query + ": answers at times that were not asked for: " + values.keySet());
    }
    return curve;
  }

  private static OptionalDouble optional(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
