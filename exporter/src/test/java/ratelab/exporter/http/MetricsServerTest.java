package ratelab.exporter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MetricsServerTest {
  private static final String TEXT =
      """
      # HELP one Is one.
      # TYPE one gauge
      one 1.0
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private MetricsServer server;

  @BeforeEach
  void start() throws IOException {
    Collector one =
        () ->
            GaugeSnapshot.builder()
                .name("one")
                .help("Is one.")
                .dataPoint(GaugeDataPointSnapshot.builder().value(1).build())
                .build();
    registry.register(one);
    server = MetricsServer.start(ListenAddress.parse("127.0.0.1:0"), "/metrics", registry);
  }

  @AfterEach
  void stop() {
    server.close();
    client.close();
  }

  @Test
  void serves_the_metrics_whatever_the_method() throws Exception {
    assertThat(get("/metrics").body()).isEqualTo(TEXT);
    assertThat(get("/metrics?x=y").body()).isEqualTo(TEXT);
    assertThat(send(request("/metrics").POST(BodyPublishers.ofString("x"))).body()).isEqualTo(TEXT);
    assertThat(get("/metrics").headers().firstValue("content-type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
  }

  @Test
  void compresses_if_asked() throws Exception {
    HttpRequest request = request("/metrics").header("Accept-Encoding", "gzip").build();
    HttpResponse<java.io.InputStream> response = client.send(request, BodyHandlers.ofInputStream());
    assertThat(new GZIPInputStream(response.body()).readAllBytes()).asString().isEqualTo(TEXT);
  }

  @Test
  void the_root_links_to_the_metrics() throws Exception {
    HttpResponse<String> response = get("/");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
    assertThat(response.body()).contains("<a href=\"/metrics\">Metrics</a>");
  }

  @Test
  void head_answers_without_a_body() throws Exception {
    for (String path : new String[] {"/", "/metrics", "/none"}) {
      assertThat(send(request(path).HEAD()).body()).isEmpty();
    }
  }

  @Test
  void unknown_paths_are_not_found() throws Exception {
    for (String path : new String[] {"/metrics/", "/metricsx", "/debug/pprof/", "/favicon.ico"}) {
      HttpResponse<String> response = get(path);
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.body()).isEqualTo("Not found.\n");
    }
  }

  @Test
  void a_failure_tells_the_client_nothing_of_the_inside() throws Exception {
    Collector failing =
        () -> {
          throw new IllegalStateException("secret");
        };
    registry.register(failing);
    HttpResponse<String> response = get("/metrics");
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).isEqualTo("Failed; the exporter's log has the cause.\n");
    assertThat(get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void a_port_in_use_is_named_with_the_flag() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + taken.getLocalPort();
      assertThatThrownBy(
              () -> MetricsServer.start(ListenAddress.parse(address), "/metrics", registry))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "cannot listen on "
                  + address
                  + ": Address already in use; end what listens there or choose another"
                  + " -web.listen-address");
    }
  }

  @Test
  void the_landing_page_escapes_the_path() {
    assertThat(LandingPage.html("/a\"><b&")).contains("<a href=\"/a&quot;>&lt;b&amp;\">");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.url()).resolve(path));
  }
}
