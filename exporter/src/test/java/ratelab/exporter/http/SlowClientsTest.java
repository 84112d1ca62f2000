package ratelab.exporter.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import ratelab.exporter.http.auth.PasswordChecks;
import ratelab.exporter.http.config.WebConfigWatch;
import ratelab.exporter.http.tls.TlsFixtures;

/** Clients that keep the server waiting, one kind at a time, with limits of a few seconds. */
@ParameterizedClass
@ValueSource(booleans = {false, true})
@Timeout(60)
class SlowClientsTest {
  private static final ExchangeThreads.Limits LIMITS =
      new ExchangeThreads.Limits(8, Duration.ofSeconds(3), Duration.ofSeconds(4));

  /** More than the buffers of a loopback connection take. */
  private static final int HUGE_BYTES = 32 << 20;

  private static final int SMALL_BUFFER_BYTES = 4096;

  @TempDir Path directory;

  private final boolean withTls;
  private final CountDownLatch writing = new CountDownLatch(1);
  private final CountDownLatch cutOff = new CountDownLatch(3);
  private final List<Socket> sockets = new ArrayList<>();
  private Optional<WebServer> server = Optional.empty();

  SlowClientsTest(boolean withTls) {
    this.withTls = withTls;
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    server.ifPresent(WebServer::close);
  }

  @Test
  void a_client_that_reads_nothing_is_cut_off_and_harms_nobody_else() throws Exception {
    start();
    for (int i = 0; i < 3; i++) {
      send(connect(), "GET /huge HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(answer("GET /small HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .endsWith("ok");
    assertThat(cutOff.await(20, TimeUnit.SECONDS)).isTrue();
    Socket half = connect();
    send(half, "GET /small HTTP/1.1\r\n"); // the limit for requests holds afterwards, too
    assertThat(drained(half)).isZero();
  }

  @Test
  void half_requests_in_every_place_are_dropped_for_a_whole_one() throws Exception {
    start();
    for (int i = 0; i < 3 * LIMITS.places(); i++) {
      send(connect(), "GET /small HTTP/1.1\r\nX: ");
    }
    long started = System.nanoTime();
    assertThat(answer("GET /small HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .endsWith("ok");
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(LIMITS.toSend());
  }

  @Test
  void a_half_body_is_given_up_like_a_half_header() throws Exception {
    start();
    Socket socket = connect();
    send(socket, "POST /small HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nx");
    assertThat(drained(socket)).isZero();
  }

  @Test
  void stops_within_a_second_whoever_is_attached() throws Exception {
    start();
    send(connect(), "GET /huge HTTP/1.1\r\nHost: x\r\n\r\n");
    send(connect(), "GET /small HTTP/1.1\r\nX: ");
    connect();
    assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();
    long started = System.nanoTime();
    server.orElseThrow().close();
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(1));
  }

  private void start() throws Exception {
    Optional<Path> file =
        withTls
            ? Optional.of(
                Files.writeString(
                    directory.resolve("web.yml"),
                    "tls_server_config: {cert_file: %s, key_file: %s}"
                        .formatted(
                            TlsFixtures.file("server.pem"), TlsFixtures.file("server-key.pem"))))
            : Optional.empty();
    Answer huge = Answer.of(200, Answer.TEXT, "x".repeat(HUGE_BYTES));
    Routes routes =
        new Routes(
            Map.of(
                "/small",
                exchange -> Answer.of(200, Answer.TEXT, "ok").send(exchange),
                "/huge",
                exchange -> {
                  writing.countDown();
                  try {
                    huge.send(exchange);
                  } catch (IOException e) {
                    cutOff.countDown();
                    throw e;
                  }
                }));
    WebConfigWatch config = WebConfigWatch.start(file, PasswordChecks.withBcrypt());
    server =
        Optional.of(WebServer.start(ListenAddress.parse("127.0.0.1:0"), config, routes, LIMITS));
  }

  private Socket connect() throws IOException {
    URI uri = URI.create(server.orElseThrow().url());
    Socket socket = new Socket();
    socket.setReceiveBufferSize(SMALL_BUFFER_BYTES);
    socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
    SSLSocketFactory factory = TlsFixtures.anonymousClient().getSocketFactory();
    Socket client =
        withTls ? factory.createSocket(socket, uri.getHost(), uri.getPort(), true) : socket;
    client.setSoTimeout(20_000);
    sockets.add(client);
    return client;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
    socket.getOutputStream().flush();
  }

  private String answer(String request) throws IOException {
    Socket socket = connect();
    send(socket, request);
    return new String(socket.getInputStream().readAllBytes(), UTF_8);
  }

  /** How much still comes until the server closes the connection. */
  private static long drained(Socket socket) throws IOException {
    long bytes = 0;
    try {
      InputStream input = socket.getInputStream();
      byte[] piece = new byte[1 << 16];
      for (int read = input.read(piece); read >= 0; read = input.read(piece)) {
        bytes += read;
      }
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      // A reset ends it as well.
    }
    return bytes;
  }
}
