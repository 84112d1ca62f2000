package ratelab.exporter.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ratelab.exporter.http.auth.PasswordChecks;
import ratelab.exporter.http.config.WebConfigWatch;

@Timeout(30)
class WebServerTest {
  private static final String TEXT = "one 1.0\n";
  private static final HttpHandler METRICS = Answer.of(200, "text/plain", TEXT)::send;

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicReference<HttpHandler> metrics = new AtomicReference<>(METRICS);
  private WebServer server;

  @BeforeEach
  void start() throws Exception {
    server = start("127.0.0.1:0");
  }

  private WebServer start(String address) throws Exception {
    Map<String, HttpHandler> pages =
        Map.of("/", new LandingPage("/metrics"), "/metrics", this::answerMetrics);
    WebConfigWatch open = WebConfigWatch.start(Optional.empty(), PasswordChecks.withBcrypt());
    return WebServer.start(ListenAddress.parse(address), open, new Routes(pages));
  }

  private void answerMetrics(HttpExchange exchange) throws IOException {
    Optional.ofNullable(metrics.get()).orElseThrow().handle(exchange);
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
    assertThat(get("/metrics").headers().firstValue("content-type")).contains("text/plain");
  }

  @Test
  void a_method_may_have_any_name_and_any_body() throws Exception {
    for (String method : new String[] {"BREW", "PUT", "DELETE", "OPTIONS", "get"}) {
      HttpResponse<String> response =
          send(request("/metrics").method(method, BodyPublishers.ofString("x".repeat(60_000))));
      assertThat(response.statusCode()).as(method).isEqualTo(200);
      assertThat(response.body()).isEqualTo(TEXT);
    }
  }

  @Test
  void a_body_that_nobody_can_mean_is_refused() throws Exception {
    HttpResponse<String> response =
        send(request("/metrics").POST(BodyPublishers.ofByteArray(new byte[70_000])));
    assertThat(response.statusCode()).isEqualTo(413);
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
    metrics.set(
        exchange -> {
          throw new IllegalStateException("secret");
        });
    HttpResponse<String> response = get("/metrics");
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).isEqualTo("Failed; the exporter's log has the cause.\n");
    assertThat(get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void a_failure_in_the_middle_of_an_answer_only_breaks_it_off() throws Exception {
    metrics.set(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(new byte[100_000]);
          throw new IllegalStateException("secret");
        });
    assertThatThrownBy(() -> get("/metrics")).isInstanceOf(IOException.class);
    metrics.set(METRICS);
    assertThat(get("/metrics").body()).isEqualTo(TEXT);
  }

  @Test
  void a_long_answer_arrives_whole() throws Exception {
    String text = "0123456789abcdef".repeat(10_000) + "end";
    metrics.set(Answer.of(200, Answer.TEXT, text)::send);
    assertThat(get("/metrics").body()).isEqualTo(text);
    metrics.set(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(text.getBytes(UTF_8));
        });
    assertThat(get("/metrics").body()).isEqualTo(text);
  }

  @Test
  void a_port_in_use_is_named_with_the_flag() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + taken.getLocalPort();
      assertThatThrownBy(() -> start(address))
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
