package ratelab.exporter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static ratelab.exporter.page.Groups.group;
import static ratelab.exporter.page.Groups.scan;

import com.sun.net.httpserver.HttpHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ratelab.exporter.http.auth.PasswordChecks;
import ratelab.exporter.http.config.WebConfigWatch;
import ratelab.exporter.page.Configuration;
import ratelab.exporter.page.History;
import ratelab.exporter.page.LivePage;

@Timeout(30)
class PageRoutesTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private Optional<WebServer> server = Optional.empty();

  @AfterEach
  void stop() {
    server.ifPresent(WebServer::close);
    client.close();
  }

  @Test
  void the_page_and_its_data_are_served_with_their_headers() throws Exception {
    start(Optional.of(page()));
    HttpResponse<String> html = send("/", "GET");
    assertThat(html.statusCode()).isEqualTo(200);
    assertThat(html.body()).startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    assertThat(header(html, "content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(html, "content-security-policy")).startsWith("default-src 'none'; ");
    assertThat(header(html, "x-content-type-options")).isEqualTo("nosniff");
    HttpResponse<String> json = send("/api/groups?open=a%20b", "GET");
    assertThat(json.statusCode()).isEqualTo(200);
    assertThat(json.body()).startsWith("{\"format\":1,").endsWith("}\n").contains("\"members\":[]");
    assertThat(header(json, "content-type")).isEqualTo("application/json");
    assertThat(header(json, "cache-control")).isEqualTo("no-store");
    assertThat(header(json, "x-content-type-options")).isEqualTo("nosniff");
  }

  @Test
  void head_answers_without_a_body_and_other_methods_are_refused() throws Exception {
    start(Optional.of(page()));
    for (String path : List.of("/", "/api/groups")) {
      HttpResponse<String> head = send(path, "HEAD");
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS")) {
        HttpResponse<String> refused = send(path, method);
        assertThat(refused.statusCode()).as(method).isEqualTo(405);
        assertThat(header(refused, "allow")).isEqualTo("GET, HEAD");
      }
    }
  }

  @Test
  void a_query_that_cannot_be_meant_is_answered_with_its_reason() throws Exception {
    start(Optional.of(page()));
    HttpResponse<String> response = send("/api/groups?since=x", "GET");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).isEqualTo("since: expected milliseconds since 1970\n");
  }

  @Test
  void paths_beside_the_pages_are_not_found() throws Exception {
    start(Optional.of(page()));
    for (String path : List.of("/index.html", "/api", "/api/", "/api/groups/", "/api/groupsx")) {
      assertThat(send(path, "GET").statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void switched_off_the_root_only_links_to_the_metrics_and_there_are_no_data() throws Exception {
    start(Optional.empty());
    assertThat(send("/", "GET").body()).contains("<a href=\"/metrics\">Metrics</a>");
    assertThat(send("/", "GET").body()).doesNotContain("<script");
    assertThat(send("/api/groups", "GET").statusCode()).isEqualTo(404);
  }

  private void start(Optional<LivePage> page) throws Exception {
    Map<String, HttpHandler> pages = new HashMap<>();
    pages.put("/", new LandingPage("/metrics"));
    page.map(LivePageHandler::new)
        .ifPresent(live -> LivePage.PATHS.forEach(path -> pages.put(path, live)));
    WebConfigWatch open = WebConfigWatch.start(Optional.empty(), PasswordChecks.withBcrypt());
    server =
        Optional.of(WebServer.start(ListenAddress.parse("127.0.0.1:0"), open, new Routes(pages)));
  }

  private static LivePage page() {
    History history = new History();
    return new LivePage(
        "1.2",
        "/metrics",
        () -> new Configuration(Optional.empty(), 1, List.of()),
        history,
        () -> history.record(scan(System.nanoTime() / 1e9, group("a b", 0))),
        group -> List.of(),
        System::nanoTime);
  }

  private HttpResponse<String> send(String path, String method) throws Exception {
    URI uri = URI.create(server.orElseThrow().url()).resolve(path);
    return client.send(
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody()).build(),
        BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("absent");
  }
}
