package ratelab.experiments.scrape;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ratelab.experiments.scrape.ScrapeResult.ScrapeFailed;
import ratelab.experiments.scrape.ScrapeResult.Scraped;

/** Scrapes one target by HTTP. A scrape that fails is a result, not an exception. */
public final class Scraper implements AutoCloseable {
  private static final int HTTP_OK = 200;
  private static final int BODY_HEAD_CHARS = 200;

  private final URI target;
  private final Duration timeout;
  private final ScrapeClock clock;
  private final HttpClient client;

  /**
   * @param target where the target exposes its metrics
   * @param timeout from the request to the whole body
   * @param clock stamps the samples
   */
  public Scraper(URI target, Duration timeout, ScrapeClock clock) {
    this.target = target;
    this.timeout = timeout;
    this.clock = clock;
    this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /** Asks the target once. */
  public ScrapeResult scrape() throws InterruptedException {
    long startMillis = clock.nowMillis();
    long startNanos = System.nanoTime();
    CompletableFuture<HttpResponse<String>> exchange =
        client.sendAsync(request(), BodyHandlers.ofString());
    try {
      // The request's own timeout would end with the headers; a body can stall as well.
      HttpResponse<String> response = exchange.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
      Duration duration = Duration.ofNanos(System.nanoTime() - startNanos);
      return result(response, startMillis, duration);
    } catch (TimeoutException _) {
      return failed(
          startMillis,
          "no whole answer within "
              + timeout.toMillis()
              + " ms: the target is stuck or needs a longer timeout");
    } catch (ExecutionException e) {
      return failed(startMillis, cause(e));
    } finally {
      exchange.cancel(true);
    }
  }

  /** Drops the connection; a scrape under way fails. */
  @Override
  public void close() {
    client.shutdownNow();
  }

  private HttpRequest request() {
    return HttpRequest.newBuilder(target)
        .header("Accept", "text/plain;version=0.0.4;q=1,*/*;q=0.1")
        .build();
  }

  private ScrapeResult result(HttpResponse<String> response, long startMillis, Duration duration) {
    if (response.statusCode() != HTTP_OK) {
      return failed(
          startMillis,
          "HTTP %d: %s; the target's log may say more"
              .formatted(response.statusCode(), head(response.body())));
    }
    try {
      return new Scraped(startMillis, duration, Exposition.parse(response.body(), startMillis));
    } catch (ExpositionException e) {
      return failed(
          startMillis, e.getMessage() + "; this address must serve the text format 0.0.4");
    }
  }

  private static String head(String body) {
    String line = body.strip().replaceAll("\\s+", " ");
    if (line.isEmpty()) {
      return "(empty body)";
    }
    return line.length() <= BODY_HEAD_CHARS ? line : line.substring(0, BODY_HEAD_CHARS) + "...";
  }

  private static String cause(ExecutionException failure) {
    return switch (failure.getCause()) {
      case ConnectException _ -> "nothing accepts connections there; is the target running?";
      case IOException e -> "the connection broke: " + e.getMessage();
      case null, default -> throw new IllegalStateException("cannot scrape", failure);
    };
  }

  private ScrapeFailed failed(long startMillis, String reason) {
    return new ScrapeFailed(startMillis, "GET " + target + ": " + reason);
  }
}
