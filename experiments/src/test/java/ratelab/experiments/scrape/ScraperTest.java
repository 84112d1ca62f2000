package ratelab.experiments.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.SeriesId;
import ratelab.experiments.scrape.ScrapeResult.ScrapeFailed;
import ratelab.experiments.scrape.ScrapeResult.Scraped;

@Timeout(20)
class ScraperTest {
  private static final long NOW = 1_795_331_467_057L;
  private static final Duration LONG = Duration.ofSeconds(10);

  private final CountDownLatch released = new CountDownLatch(1);
  private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;
  private URI target;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(handlers);
    server.start();
    target = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/metrics");
  }

  @AfterEach
  void stop() {
    released.countDown();
    server.stop(0);
    handlers.shutdownNow();
  }

  @Test
  void samples_are_stamped_with_the_start_of_the_scrape() throws Exception {
    answer(200, "up{job=\"x\"} 1\nown_time 2 5\n");

    ScrapeResult result = scrape(LONG);

    assertThat(result).isInstanceOf(Scraped.class);
    Scraped scraped = (Scraped) result;
    assertThat(scraped.startMillis()).isEqualTo(NOW);
    assertThat(scraped.duration()).isBetween(Duration.ofNanos(1), LONG);
    assertThat(scraped.samples())
        .isEqualTo(
            List.of(
                new ExposedSample(SeriesId.of("up", Map.of("job", "x")), new Sample(NOW, 1)),
                new ExposedSample(SeriesId.of("own_time", Map.of()), new Sample(5, 2))));
  }

  @Test
  void an_error_status_fails_with_the_head_of_the_body() throws Exception {
    answer(500, "cannot read /proc:\n  permission denied\n" + "x".repeat(500));

    assertThat(scrape(LONG))
        .isEqualTo(
            failed(
                "HTTP 500: cannot read /proc: permission denied "
                    + "x".repeat(163)
                    + "...; the target's log may say more"));
  }

  @Test
  void a_body_in_another_format_fails_with_the_line() throws Exception {
    answer(200, "up 1\n<html>\n");

    assertThat(scrape(LONG))
        .isEqualTo(
            failed(
                "line 2: column 1: expected a metric name;"
                    + " this address must serve the text format 0.0.4"));
  }

  @Test
  void a_closed_port_fails_with_the_question_whether_the_target_runs() throws Exception {
    server.stop(0);

    assertThat(scrape(LONG))
        .isEqualTo(failed("nothing accepts connections there; is the target running?"));
  }

  @Test
  void a_body_that_stalls_runs_into_the_timeout() throws Exception {
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("up".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          awaitRelease();
        });

    assertThat(scrape(Duration.ofMillis(200)))
        .isEqualTo(
            failed("no whole answer within 200 ms: the target is stuck or needs a longer timeout"));
  }

  @Test
  void a_connection_that_breaks_is_a_failure_too() throws Exception {
    server.createContext("/", HttpExchange::close);

    assertThat(scrape(LONG))
        .isInstanceOfSatisfying(
            ScrapeFailed.class,
            f -> assertThat(f.reason()).startsWith("GET " + target + ": the connection broke: "));
  }

  private ScrapeResult scrape(Duration timeout) throws InterruptedException {
    try (Scraper scraper = new Scraper(target, timeout, new StoppedClock())) {
      return scraper.scrape();
    }
  }

  private void answer(int status, String body) {
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private void awaitRelease() {
    try {
      released.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private ScrapeFailed failed(String reason) {
    return new ScrapeFailed(NOW, "GET " + target + ": " + reason);
  }

  private record StoppedClock() implements ScrapeClock {
    @Override
    public long nowMillis() {
      return NOW;
    }

    @Override
    public void sleepUntil(long millis) {}
  }
}
