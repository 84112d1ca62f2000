package ratelab.experiments.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ratelab.experiments.lab.ExporterGate.Scraper;

class ExporterGateTest {
  private static final String OPENMETRICS = "application/openmetrics-text; version=1.0.0";
  private static final Answer FAILED = new Answer(500, "made to fail by the scenario");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Exporter exporter = new Exporter(200, "cpu 1 µs\n");
  private final ExporterGate gate =
      ExporterGate.open(InetAddress.getLoopbackAddress(), exporter.url());

  private record Answer(int status, String body) {}

  @AfterEach
  void closeAll() {
    client.close();
    gate.close();
    exporter.close();
  }

  @Test
  void what_the_exporter_answers_passes_through() throws Exception {
    HttpResponse<String> response = response("Java-http-client");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("cpu 1 µs\n");
    assertThat(response.headers().firstValue("Content-Type")).contains(OPENMETRICS);
    assertThat(exporter.asked).containsExactly("/metrics as " + OPENMETRICS);
  }

  @Test
  void an_error_of_the_exporter_passes_through() throws Exception {
    try (Exporter broken = new Exporter(503, "cannot read")) {
      gate.lead(Optional.of(broken.url()));

      assertThat(scrape(Scraper.LAB)).isEqualTo(new Answer(503, "cannot read"));
    }
  }

  @Test
  void an_empty_answer_passes_through_and_the_connection_serves_on() throws Exception {
    try (Exporter empty = new Exporter(200, "")) {
      gate.lead(Optional.of(empty.url()));

      assertThat(scrapes(Scraper.LAB, 3))
          .containsExactly(new Answer(200, ""), new Answer(200, ""), new Answer(200, ""));
    }
  }

  @Test
  void so_many_scrapes_fail_and_the_next_one_succeeds() throws Exception {
    gate.fail(Scraper.LAB, 2);

    assertThat(scrapes(Scraper.LAB, 3)).containsExactly(FAILED, FAILED, passed());
    assertThat(exporter.asked).hasSize(1);
  }

  @Test
  void each_scraper_has_its_own_share_of_what_fails() throws Exception {
    gate.fail(Scraper.PROMETHEUS, 1);

    assertThat(scrape(Scraper.LAB)).isEqualTo(passed());
    assertThat(scrape(Scraper.PROMETHEUS)).isEqualTo(FAILED);
    assertThat(scrape(Scraper.PROMETHEUS)).isEqualTo(passed());
  }

  @Test
  void so_many_answers_come_late_and_the_exporter_is_asked_as_late() throws Exception {
    Duration delay = Duration.ofMillis(200);
    gate.delay(Scraper.LAB, 1, delay);

    long start = System.nanoTime();
    assertThat(scrape(Scraper.LAB)).isEqualTo(passed());
    assertThat(exporter.firstAskedNanos - start).isGreaterThanOrEqualTo(delay.toNanos());

    gate.delay(Scraper.PROMETHEUS, 1, Duration.ofMinutes(5));
    assertThat(scrapes(Scraper.LAB, 2)).containsExactly(passed(), passed());
  }

  @Test
  void scrapes_are_led_to_another_exporter() throws Exception {
    try (Exporter other = new Exporter(200, "cpu 0\n")) {
      gate.lead(Optional.of(other.url()));

      assertThat(scrape(Scraper.LAB)).isEqualTo(new Answer(200, "cpu 0\n"));
      assertThat(exporter.asked).isEmpty();
    }
  }

  @Test
  void without_an_exporter_scrapes_fail_until_there_is_one_again() throws Exception {
    gate.lead(Optional.empty());
    assertThat(scrape(Scraper.PROMETHEUS))
        .isEqualTo(new Answer(502, "the exporter is being restarted"));

    gate.lead(Optional.of(exporter.url()));
    assertThat(scrape(Scraper.PROMETHEUS)).isEqualTo(passed());
  }

  @Test
  void an_exporter_that_is_gone_is_an_answer_that_says_so() throws Exception {
    exporter.close();

    assertThat(scrape(Scraper.LAB))
        .isEqualTo(new Answer(502, "the exporter at " + exporter.url() + " does not answer"));
  }

  private static Answer passed() {
    return new Answer(200, "cpu 1 µs\n");
  }

  private List<Answer> scrapes(Scraper scraper, int count) throws Exception {
    return IntStream.range(0, count).mapToObj(_ -> scrape(scraper)).toList();
  }

  private Answer scrape(Scraper scraper) {
    try {
      HttpResponse<String> response =
          response(scraper == Scraper.PROMETHEUS ? "Prometheus/2.42.0" : "Java-http-client/25");
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new AssertionError("the gate gave no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private HttpResponse<String> response(String agent) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(gate.url())
            .header("User-Agent", agent)
            .header("Accept", OPENMETRICS)
            .timeout(Duration.ofSeconds(20))
            .build(),
        BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** An exporter that says one thing, and remembers who asked for what. */
  private static final class Exporter implements AutoCloseable {
    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final int status;
    private final byte[] body;
    private volatile long firstAskedNanos;

    Exporter(int status, String body) {
      this.status = status;
      this.body = body.getBytes(StandardCharsets.UTF_8);
      try {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
      server.createContext("/metrics", this::answer);
      server.start();
    }

    URI url() {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/metrics");
    }

    private void answer(HttpExchange exchange) throws IOException {
      try (exchange) {
        if (asked.isEmpty()) firstAskedNanos = System.nanoTime();
        asked.add(
            exchange.getRequestURI() + " as " + exchange.getRequestHeaders().getFirst("Accept"));
        exchange.getResponseHeaders().set("Content-Type", OPENMETRICS);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) exchange.getResponseBody().write(body);
      }
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
