package ratelab.loadgen.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ratelab.loadgen.server.LoopbackServer;

/** The metrics of a run, scraped from within its third request. */
@Timeout(60)
final class MetricsTest {
  private final CommandLine loadgen = new CommandLine();

  @Test
  void a_run_under_way_can_be_scraped_and_its_counters_rise() throws Exception {
    int port = freePort();
    AtomicReference<String> seen = new AtomicReference<>("");
    try (LoopbackServer server =
        new LoopbackServer(
            exchange -> {
              if (exchange.number() == 3) {
                seen.set(scrape(port));
              }
              exchange.answer(exchange.number() == 2 ? "404 Not Found" : "200 OK", "Hello");
            })) {
      loadgen.run("--metrics-port", "" + port, "-n", "3", "-c", "1", server.url("/"));
    }
    assertThat(seen.get())
        .contains("\nloadgen_requests_total{outcome=\"ok\"} 2.0\n")
        .contains("\nloadgen_requests_total{outcome=\"reset\"} 0.0\n")
        .contains("\nloadgen_responses_total{code=\"200\"} 1.0\n")
        .contains("\nloadgen_responses_total{code=\"404\"} 1.0\n")
        .contains("\nloadgen_received_bytes_total 10.0\n")
        .contains("\nloadgen_in_flight 1.0\n")
        .contains("\nloadgen_service_time_seconds_bucket{le=\"+Inf\"} 2\n")
        .contains("\nloadgen_service_time_seconds_count 2\n");
  }

  @Test
  void a_port_that_is_taken_is_refused_by_name() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        LoopbackServer server = new LoopbackServer(exchange -> exchange.answer("200 OK", ""))) {
      String port = "" + taken.getLocalPort();
      int exit = loadgen.run("--metrics-port", port, "-n", "1", "-c", "1", server.url("/"));

      assertThat(exit).isEqualTo(1);
      assertThat(loadgen.err())
          .startsWith("loadgen: --metrics-port " + port + ": ")
          .endsWith("give another port\n");
      assertThat(server.heads()).isEmpty();
    }
  }

  private static String scrape(int port) throws IOException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build(),
              BodyHandlers.ofString())
          .body();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
