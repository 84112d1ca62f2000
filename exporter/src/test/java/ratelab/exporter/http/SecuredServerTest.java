package ratelab.exporter.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ratelab.exporter.Await;
import ratelab.exporter.http.auth.PasswordChecks;
import ratelab.exporter.http.config.WebConfigWatch;
import ratelab.exporter.http.tls.TlsFixtures;

/** Real TLS clients at a real server: who gets in, and who gets in nowhere. */
@Timeout(60)
class SecuredServerTest {
  /** The password is wonderland. */
  private static final String USERS =
      "basic_auth_users: {alice: $2b$04$jJu5jGfCReV2oxg7atcVGete3/uLynAVepu.5E.erdYmVhGv9LqoG}\n";

  private static final List<String> PATHS =
      List.of("/", "/metrics", "/api/groups", "/none", "/debug/pprof/", "/metrics?a=b");
  private static final List<String> METHODS = List.of("GET", "POST", "HEAD", "BREW");

  @TempDir Path directory;

  private final AtomicInteger hashes = new AtomicInteger();
  private final AtomicInteger served = new AtomicInteger();
  private Optional<WebServer> server = Optional.empty();

  @AfterEach
  void stop() {
    server.ifPresent(WebServer::close);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "alice:wrong", "alice:", "mallory:wonderland", "Alice:wonderland"})
  void without_the_right_password_nobody_gets_in_anywhere(String credentials) throws Exception {
    start(USERS);
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String path : PATHS) {
        for (String method : METHODS) {
          HttpResponse<String> response = send(client, method, path, credentials);
          assertThat(response.statusCode()).as("%s %s", method, path).isEqualTo(401);
          assertThat(response.headers().firstValue("www-authenticate"))
              .contains("Basic realm=\"process exporter\", charset=\"UTF-8\"");
          assertThat(response.body()).isEqualTo(method.equals("HEAD") ? "" : "Unauthorized.\n");
        }
      }
    }
    assertThat(served).hasValue(0);
  }

  /** The JDK's server answers what has no path at all; behind it is nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"//metrics", "*", "metrics", "http://[", "mailto:metrics"})
  void a_target_that_is_no_path_leads_nowhere(String target) throws Exception {
    start(USERS);
    try (Socket socket = connect()) {
      String request = "GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answer).doesNotContain(" 200 ").doesNotContain("served").doesNotContain("\tat ");
    }
    assertThat(served).hasValue(0);
  }

  @Test
  void with_the_right_password_every_page_is_there_and_no_other() throws Exception {
    start(USERS);
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(send(client, "GET", "/metrics", "alice:wonderland").body()).isEqualTo("served\n");
      assertThat(send(client, "GET", "/", "alice:wonderland").body()).isEqualTo("served\n");
      assertThat(send(client, "GET", "/none", "alice:wonderland").statusCode()).isEqualTo(404);
    }
    assertThat(served).hasValue(2);
  }

  @Test
  void a_hundred_scrapes_with_credentials_cost_one_bcrypt() throws Exception {
    start(USERS);
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < 100; i++) {
        assertThat(send(client, "GET", "/metrics", "alice:wonderland").statusCode()).isEqualTo(200);
      }
      assertThat(hashes).hasValue(1);
      send(client, "GET", "/metrics", "alice:wrong");
      send(client, "GET", "/metrics", "alice:wrong");
      assertThat(hashes).hasValue(3);
    }
  }

  @Test
  void configured_headers_are_on_every_answer() throws Exception {
    start(USERS + "http_server_config: {headers: {X-Frame-Options: deny}}");
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String credentials : List.of("", "alice:wonderland")) {
        assertThat(
                send(client, "GET", "/none", credentials).headers().firstValue("x-frame-options"))
            .contains("deny");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "server.pem, server-key.pem",
    "server.pem, server-sec1-key.pem",
    "rsa.pem, rsa-pkcs1-key.pem",
    "rsa.pem, rsa-key.pem"
  })
  void serves_over_tls_1_3_and_1_2(String certificate, String key) throws Exception {
    start(tls(certificate, key, ""));
    assertThat(server.orElseThrow().url()).startsWith("https://127.0.0.1:");
    for (String protocol : List.of("TLSv1.3", "TLSv1.2")) {
      HttpResponse<String> response = getBy(TlsFixtures.anonymousClient(), protocol);
      assertThat(response.body()).isEqualTo("served\n");
      assertThat(response.sslSession().orElseThrow().getProtocol()).isEqualTo(protocol);
    }
  }

  @Test
  void a_client_older_than_the_minimum_gets_in_nowhere() throws Exception {
    start(tls("server.pem", "server-key.pem", "min_version: TLS13"));
    assertThatThrownBy(() -> getBy(TlsFixtures.anonymousClient(), "TLSv1.2"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("protocol_version");
    assertThat(getBy(TlsFixtures.anonymousClient(), "TLSv1.3").statusCode()).isEqualTo(200);
    assertThat(served).hasValue(1);
  }

  @Test
  void a_client_newer_than_the_maximum_speaks_the_maximum() throws Exception {
    start(tls("server.pem", "server-key.pem", "max_version: TLS12"));
    assertThatThrownBy(() -> getBy(TlsFixtures.anonymousClient(), "TLSv1.3"))
        .isInstanceOf(IOException.class);
    assertThat(served).hasValue(0);
  }

  /** The JDK's client refuses to speak them itself, so the greeting is written by hand. */
  @ParameterizedTest
  @ValueSource(strings = {"0300", "0301", "0302"})
  void ssl_3_tls_1_0_and_tls_1_1_are_refused_with_an_alert(String version) throws Exception {
    start(tls("server.pem", "server-key.pem", ""));
    String hello =
        version + "00".repeat(32) + "00" + "0006" + "c009c0130005" + "0100"; // random, suites
    String message = "01" + "%06x".formatted(hello.length() / 2) + hello;
    String record = "16" + version + "%04x".formatted(message.length() / 2) + message;
    try (Socket socket = connect()) {
      socket.getOutputStream().write(HexFormat.of().parseHex(record));
      byte[] answer = socket.getInputStream().readNBytes(7);
      assertThat(HexFormat.of().formatHex(answer, 0, 1)).isEqualTo("15"); // an alert
      assertThat(HexFormat.of().formatHex(answer, 5, 7)).isEqualTo("0246"); // protocol_version
    }
  }

  @Test
  void plain_http_at_a_tls_server_gets_nothing() throws Exception {
    start(tls("server.pem", "server-key.pem", ""));
    try (Socket socket = connect()) {
      socket.getOutputStream().write("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      assertThat(answer).doesNotContain("HTTP").doesNotContain("served");
    }
    assertThat(served).hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({
    "NoClientCert, true, true, true",
    "RequestClientCert, true, true, true",
    "RequireAnyClientCert, false, true, true",
    "VerifyClientCertIfGiven, true, false, true",
    "RequireAndVerifyClientCert, false, false, true"
  })
  void asks_for_client_certificates_as_configured(
      String type, boolean none, boolean stranger, boolean known) throws Exception {
    String authority = type.contains("Verify") ? ", client_ca_file: " + path("ca.pem") : "";
    start(tls("server.pem", "server-key.pem", "client_auth_type: " + type + authority) + USERS);
    for (String protocol : List.of("TLSv1.3", "TLSv1.2")) {
      assertThat(getsIn(TlsFixtures.anonymousClient(), protocol)).as("none").isEqualTo(none);
      assertThat(getsIn(TlsFixtures.clientWith("stranger"), protocol))
          .as("a stranger's")
          .isEqualTo(stranger);
      assertThat(getsIn(TlsFixtures.clientWith("client"), protocol)).as("ours").isEqualTo(known);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "prometheus.example, true",
    "::1, true",
    "spiffe://example/prometheus, true",
    "ops@example.org, true",
    "other.example, false",
    "example, false"
  })
  void only_certificates_with_an_allowed_name_get_in(String name, boolean admitted)
      throws Exception {
    start(
        tls(
            "server.pem",
            "server-key.pem",
            "client_auth_type: RequireAndVerifyClientCert, client_ca_file: %s, client_allowed_sans: ['%s']"
                .formatted(path("ca.pem"), name)));
    assertThat(getsIn(TlsFixtures.clientWith("client"), "TLSv1.3")).isEqualTo(admitted);
  }

  @Test
  void a_cipher_suite_that_is_not_configured_is_refused() throws Exception {
    start(
        tls(
            "server.pem",
            "server-key.pem",
            "max_version: TLS12, cipher_suites: [TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384]"));
    HttpResponse<String> response = getBy(TlsFixtures.anonymousClient(), "TLSv1.2");
    assertThat(response.sslSession().orElseThrow().getCipherSuite())
        .isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");
    SSLParameters other =
        new SSLParameters(new String[] {"TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"});
    other.setProtocols(new String[] {"TLSv1.2"});
    assertThatThrownBy(() -> get(TlsFixtures.anonymousClient(), other))
        .isInstanceOf(IOException.class);
  }

  @Test
  void new_certificates_and_users_are_in_force_without_a_restart() throws Exception {
    Path certificate = Files.copy(path("server.pem"), directory.resolve("s.pem"));
    Path key = Files.copy(path("server-key.pem"), directory.resolve("s-key.pem"));
    start("tls_server_config: {cert_file: s.pem, key_file: s-key.pem}\n");
    assertThat(peerName()).isEqualTo("CN=server");

    Files.writeString(certificate, TlsFixtures.text("rsa.pem")); // the key is still the old one
    assertThat(peerName()).isEqualTo("CN=server");
    Files.writeString(key, TlsFixtures.text("rsa-key.pem"));
    Await.until(
        "serving the new certificate",
        () -> Optional.of(peerName()).filter(name -> name.equals("CN=rsa")));

    Files.writeString(
        directory.resolve("web.yml"),
        "tls_server_config: {cert_file: s.pem, key_file: s-key.pem}\n" + USERS);
    Await.until(
        "asking for a password",
        () -> Optional.of(response().statusCode()).filter(status -> status == 401));
  }

  private String peerName() {
    try {
      return response().sslSession().orElseThrow().getPeerPrincipal().getName();
    } catch (SSLPeerUnverifiedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a client with a connection of its own gets. */
  private HttpResponse<String> response() {
    try {
      return getBy(TlsFixtures.anonymousClient(), "TLSv1.3");
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void start(String yaml) throws Exception {
    Path file = Files.writeString(directory.resolve("web.yml"), yaml);
    PasswordChecks checks =
        new PasswordChecks(
            (hash, password) -> {
              hashes.incrementAndGet();
              return PasswordChecks.bcrypt().matches(hash, password);
            });
    HttpHandler page =
        exchange -> {
          served.incrementAndGet();
          Answer.of(200, Answer.TEXT, "served\n").send(exchange);
        };
    server =
        Optional.of(
            WebServer.start(
                ListenAddress.parse("127.0.0.1:0"),
                WebConfigWatch.start(Optional.of(file), checks),
                new Routes(Map.of("/", page, "/metrics", page, "/api/groups", page))));
  }

  private static String tls(String certificate, String key, String more) {
    return "tls_server_config: {cert_file: %s, key_file: %s%s}\n"
        .formatted(path(certificate), path(key), more.isEmpty() ? "" : ", " + more);
  }

  private static Path path(String fixture) {
    return TlsFixtures.file(fixture);
  }

  /**
   * Whether such a client sees anything at all; any answer counts, also the demand of a password.
   */
  private boolean getsIn(SSLContext client, String protocol) throws InterruptedException {
    try {
      getBy(client, protocol);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private HttpResponse<String> getBy(SSLContext context, String protocol)
      throws IOException, InterruptedException {
    SSLParameters parameters = new SSLParameters();
    parameters.setProtocols(new String[] {protocol});
    return get(context, parameters);
  }

  private HttpResponse<String> get(SSLContext context, SSLParameters parameters)
      throws IOException, InterruptedException {
    try (HttpClient client =
        HttpClient.newBuilder().sslContext(context).sslParameters(parameters).build()) {
      return send(client, "GET", "/metrics", "");
    }
  }

  private HttpResponse<String> send(
      HttpClient client, String method, String path, String credentials)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.orElseThrow().url() + path))
            .method(
                method,
                method.equals("POST") ? BodyPublishers.ofString("x") : BodyPublishers.noBody());
    if (!credentials.isEmpty()) {
      String encoded = Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
      request.header("Authorization", "Basic " + encoded);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private Socket connect() throws IOException {
    URI uri = URI.create(server.orElseThrow().url());
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }
}
