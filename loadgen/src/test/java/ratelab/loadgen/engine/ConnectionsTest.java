package ratelab.loadgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import ratelab.loadgen.record.Outcome;
import ratelab.loadgen.request.Access;
import ratelab.loadgen.request.RequestSource;
import ratelab.loadgen.schedule.Limit;
import ratelab.loadgen.schedule.Schedule;
import ratelab.loadgen.server.Exchange;
import ratelab.loadgen.server.LoopbackServer;

/** How every engine uses connections, and what counts as the answer. */
@Timeout(60)
@ParameterizedClass
@EnumSource
final class ConnectionsTest {
  private final EngineKind kind;

  ConnectionsTest(EngineKind kind) {
    this.kind = kind;
  }

  @Test
  void each_worker_keeps_one_connection() throws Exception {
    try (LoopbackServer server = new LoopbackServer(EngineRun::hello)) {
      assertThat(run(server, 300, 3).totals().outcomes()).isEqualTo(Map.of(Outcome.OK, 300L));
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Test
  void connection_close_uses_a_new_connection_for_each_request() throws Exception {
    try (LoopbackServer server = new LoopbackServer(EngineRun::hello)) {
      Request closing =
          EngineRun.get(server.url("/")).newBuilder().header("Connection", "close").build();
      ExchangeSettings settings =
          new ExchangeSettings(
              RequestSource.always(closing),
              Optional.empty(),
              EngineRun.TIMEOUT,
              true,
              Access.DIRECT);

      assertThat(new EngineRun(kind, settings, EngineRun.requests(12, 3)).totals().outcomes())
          .isEqualTo(Map.of(Outcome.OK, 12L));
      assertThat(server.connections()).isEqualTo(12);
    }
  }

  @Test
  void a_server_of_http_1_0_that_closes_after_each_answer_causes_no_errors() throws Exception {
    try (LoopbackServer server =
        new LoopbackServer(
            exchange -> {
              exchange.write("HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nhi");
              exchange.close();
            })) {
      assertThat(run(server, 20, 2).totals().outcomes()).isEqualTo(Map.of(Outcome.OK, 20L));
    }
  }

  @Test
  void a_connection_that_the_server_closed_while_idle_is_not_used_again() throws Exception {
    try (LoopbackServer server =
        new LoopbackServer(
            exchange -> {
              exchange.answer("200 OK", "hi");
              exchange.close();
            })) {
      Schedule slow = EngineRun.paced(1, new Limit.Requests(2), 0.5);

      assertThat(new EngineRun(kind, EngineRun.settings(server.url("/")), slow).totals().outcomes())
          .isEqualTo(Map.of(Outcome.OK, 2L));
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void a_503_with_retry_after_zero_is_not_sent_again() throws Exception {
    try (LoopbackServer server =
        new LoopbackServer(
            exchange ->
                exchange.write(
                    "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"))) {
      assertThat(run(server, 5, 1).totals().statuses()).isEqualTo(Map.of(503, 5L));
      assertThat(server.heads()).hasSize(5);
    }
  }

  @Test
  void redirects_are_followed_inside_one_attempt_up_to_ten() throws Exception {
    try (LoopbackServer server = new LoopbackServer(ConnectionsTest::redirectDown)) {
      assertThat(
              new EngineRun(kind, EngineRun.settings(server.url("/10")), EngineRun.requests(1, 1))
                  .totals()
                  .statuses())
          .isEqualTo(Map.of(200, 1L));
      assertThat(server.heads()).hasSize(11);
      assertThat(
              new EngineRun(kind, EngineRun.settings(server.url("/11")), EngineRun.requests(1, 1))
                  .totals()
                  .causes())
          .isEqualTo(Map.of("protocol: more than 10 redirects", 1L));
    }
  }

  @Test
  void a_redirect_can_be_the_answer() throws Exception {
    try (LoopbackServer server = new LoopbackServer(ConnectionsTest::redirectDown)) {
      ExchangeSettings settings =
          new ExchangeSettings(
              RequestSource.always(EngineRun.get(server.url("/3"))),
              Optional.empty(),
              EngineRun.TIMEOUT,
              false,
              Access.DIRECT);

      assertThat(new EngineRun(kind, settings, EngineRun.requests(2, 1)).totals().statuses())
          .isEqualTo(Map.of(302, 2L));
    }
  }

  @Test
  void each_request_carries_its_number() throws Exception {
    try (LoopbackServer server = new LoopbackServer(EngineRun::hello)) {
      ExchangeSettings settings =
          new ExchangeSettings(
              RequestSource.always(EngineRun.get(server.url("/"))),
              Optional.of("X-Ratelab-Id"),
              EngineRun.TIMEOUT,
              true,
              Access.DIRECT);
      new EngineRun(kind, settings, EngineRun.requests(40, 4)).totals();

      assertThat(
              server.heads().stream()
                  .flatMap(String::lines)
                  .filter(line -> line.startsWith("X-Ratelab-Id: ")))
          .containsExactlyInAnyOrderElementsOf(
              LongStream.rangeClosed(1, 40).mapToObj(id -> "X-Ratelab-Id: " + id).toList());
    }
  }

  /** GET /3 leads to /2 and so on to /0, which answers. */
  private static void redirectDown(Exchange exchange) throws IOException {
    int left = Integer.parseInt(exchange.head().split("[ /]+", 3)[1]);
    if (left == 0) {
      EngineRun.hello(exchange);
    } else {
      exchange.write(
          "HTTP/1.1 302 Found\r\nLocation: /" + (left - 1) + "\r\nContent-Length: 0\r\n\r\n");
    }
  }

  private EngineRun run(LoopbackServer server, long requests, int workers) {
    return new EngineRun(
        kind, EngineRun.settings(server.url("/")), EngineRun.requests(requests, workers));
  }
}
