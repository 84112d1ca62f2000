package ratelab.loadgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ServerSocketFactory;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;
import ratelab.loadgen.record.Outcome;
import ratelab.loadgen.record.Recorder;
import ratelab.loadgen.record.RunClock;
import ratelab.loadgen.record.Totals;
import ratelab.loadgen.request.Access;
import ratelab.loadgen.request.HttpVersion;
import ratelab.loadgen.request.RequestSource;
import ratelab.loadgen.request.TlsOptions;
import ratelab.loadgen.schedule.Limit;
import ratelab.loadgen.schedule.Schedule;
import ratelab.loadgen.server.Certificates;
import ratelab.loadgen.server.Exchange;
import ratelab.loadgen.server.LoopbackServer;

/** Where responses end: every engine counts the same statuses, bytes and errors. */
@Timeout(60)
@ParameterizedClass(name = "{0}, TLS: {1}")
@CsvSource({"OKHTTP,false", "OKHTTP,true", "WIRE,false", "WIRE,true"})
final class FramingTest {
  private static final long REQUESTS = 6;
  private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  /** Trusts everybody, as the servers here vouch for themselves. */
  private static final Access BY_TLS =
      new Access(
          HttpVersion.HTTP_1_1,
          Duration.ZERO,
          List.of(),
          Optional.empty(),
          Optional.empty(),
          new TlsOptions(
              false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));

  @TempDir private static Path directory;
  private static Certificates certificates;

  private final EngineKind kind;
  private final boolean tls;

  FramingTest(EngineKind kind, boolean tls) {
    this.kind = kind;
    this.tls = tls;
  }

  @BeforeAll
  static void makeCertificates() throws Exception {
    certificates = Certificates.make(directory, "server", "ip:127.0.0.1");
  }

  /** What one load came to. */
  private record Counts(
      Map<Outcome, Long> outcomes, Map<Integer, Long> statuses, long bytes, int connections) {}

  @Test
  void a_chunked_body_is_counted_without_its_frames() throws Exception {
    assertThat(get(CHUNKED + "5;x=y\r\nhello\r\n1a\r\n" + "z".repeat(26) + "\r\n0\r\nA: b\r\n\r\n"))
        .isEqualTo(answered(200, 31, 1));
  }

  @Test
  void a_body_in_many_pieces_is_one() throws Exception {
    assertThat(
            load(
                request("GET"),
                exchange ->
                    exchange.trickle(
                        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nin pieces", Duration.ZERO)))
        .isEqualTo(answered(200, 9, 1));
  }

  @Test
  void a_large_body_is_one() throws Exception {
    String mebibyte = "x".repeat(1 << 20);

    assertThat(get("HTTP/1.1 200 OK\r\nContent-Length: 1048576\r\n\r\n" + mebibyte))
        .isEqualTo(answered(200, 1 << 20, 1));
  }

  @Test
  void a_body_may_last_as_long_as_its_connection() throws Exception {
    assertThat(
            load(
                request("GET"),
                exchange -> {
                  exchange.write("HTTP/1.1 200 OK\r\n\r\nuntil the end");
                  exchange.close();
                }))
        .isEqualTo(answered(200, 13, (int) REQUESTS));
  }

  @Test
  void connection_close_ends_the_connection() throws Exception {
    assertThat(get("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nhi"))
        .isEqualTo(answered(200, 2, (int) REQUESTS));
  }

  @Test
  void some_responses_have_no_body() throws Exception {
    assertThat(get("HTTP/1.1 204 No Content\r\n\r\n")).isEqualTo(answered(204, 0, 1));
    assertThat(get("HTTP/1.1 304 Not Modified\r\nETag: \"x\"\r\n\r\n"))
        .isEqualTo(answered(304, 0, 1));
    assertThat(
            load(
                request("HEAD"),
                exchange -> exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n")))
        .isEqualTo(answered(200, 0, 1));
  }

  @Test
  void interim_responses_are_passed_over() throws Exception {
    assertThat(
            get(
                "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
                    + "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ndone"))
        .isEqualTo(answered(200, 4, 1));
  }

  @Test
  void a_body_waits_for_100_continue_if_the_request_says_so() throws Exception {
    Request expecting =
        new Request.Builder()
            .url("http://unset/")
            .header("Expect", "100-continue")
            .post(RequestBody.create("x".repeat(20_000), null))
            .build();

    // The server reads the head, and the body only after it has asked for it.
    assertThat(
            load(
                expecting,
                new LoopbackServer.Behaviour() {
                  @Override
                  public void serve(Exchange exchange) throws IOException {
                    exchange.answer("200 OK", Integer.toString(exchange.body().length()));
                  }

                  @Override
                  public void headRead(Exchange exchange) throws IOException {
                    exchange.write("HTTP/1.1 100 Continue\r\n\r\n");
                  }
                }))
        .isEqualTo(answered(200, 5, 1));
  }

  @Test
  void a_large_request_body_arrives_whole() throws Exception {
    Request post =
        new Request.Builder()
            .url("http://unset/")
            .post(RequestBody.create("x".repeat(3_000_000), null))
            .build();

    assertThat(
            load(
                post,
                exchange -> exchange.answer("200 OK", Integer.toString(exchange.body().length()))))
        .isEqualTo(answered(200, 7, 1));
  }

  @Test
  void a_head_of_many_kilobytes_is_read() throws Exception {
    assertThat(
            get(
                "HTTP/1.1 200 OK\r\n"
                    + ("X-Filler: " + "x".repeat(1000) + "\r\n").repeat(100)
                    + "Content-Length: 2\r\n\r\nhi"))
        .isEqualTo(answered(200, 2, 1));
  }

  private Counts answered(int status, long bytes, int connections) {
    return new Counts(
        Map.of(Outcome.OK, REQUESTS), Map.of(status, REQUESTS), REQUESTS * bytes, connections);
  }

  private Counts get(String response) throws Exception {
    return load(request("GET"), exchange -> exchange.write(response));
  }

  private static Request request(String method) {
    return new Request.Builder().url("http://unset/").method(method, null).build();
  }

  private Counts load(Request request, LoopbackServer.Behaviour behaviour) throws Exception {
    try (LoopbackServer server = new LoopbackServer(listener(), behaviour)) {
      ExchangeSettings settings =
          new ExchangeSettings(
              RequestSource.always(request.newBuilder().url(url(server)).build()),
              Optional.empty(),
              Duration.ofSeconds(10),
              false,
              tls ? BY_TLS : Access.DIRECT);
      Recorder recorder = new Recorder(1, List.of());
      Schedule schedule = Schedule.closed(1, new Limit.Requests(REQUESTS));
      try (Engine engine = kind.engine(schedule, settings, recorder, new RunClock())) {
        engine.drive();
      }
      Totals totals = recorder.totals();
      return new Counts(
          totals.outcomes(), totals.statuses(), totals.bytesReceived(), server.connections());
    }
  }

  private String url(LoopbackServer server) {
    return (tls ? "https" : "http") + "://127.0.0.1:" + server.port() + "/";
  }

  private ServerSocket listener() throws Exception {
    ServerSocketFactory factory =
        tls
            ? certificates.serverContext(certificates).getServerSocketFactory()
            : ServerSocketFactory.getDefault();
    return factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }
}
