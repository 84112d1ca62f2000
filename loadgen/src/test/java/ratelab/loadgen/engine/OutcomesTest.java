package ratelab.loadgen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import ratelab.loadgen.record.Outcome;
import ratelab.loadgen.record.Totals;
import ratelab.loadgen.server.LoopbackServer;

/** What every engine counts when servers answer badly, late or not at all. */
@Timeout(60)
@ParameterizedClass
@EnumSource
final class OutcomesTest {
  private final EngineKind kind;

  OutcomesTest(EngineKind kind) {
    this.kind = kind;
  }

  @Test
  void every_request_is_in_exactly_one_class_and_the_sum_is_right() throws Exception {
    LoopbackServer.Behaviour badDay =
        exchange -> {
          switch ((int) (exchange.number() % 8)) {
            case 0 -> exchange.answer("200 OK", "Hello World!");
            case 1 -> exchange.answer("503 Busy", "no");
            case 2 -> exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
            case 3 -> {
              exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\ncut");
              exchange.close();
            }
            case 4 -> exchange.reset();
            case 5 -> exchange.close();
            case 6 -> {
              exchange.write("I am not HTTP\r\n\r\n");
              exchange.close();
            }
            default -> {
              // Never answered.
            }
          }
        };
    try (LoopbackServer server = new LoopbackServer(badDay)) {
      Totals totals = run(server, 40, 4).totals();

      assertThat(totals.outcomes())
          .isEqualTo(
              Map.of(
                  Outcome.OK, 10L,
                  Outcome.TIMEOUT_RESPONSE, 5L,
                  Outcome.TIMEOUT_BODY, 5L,
                  Outcome.TRUNCATED, 5L,
                  Outcome.RESET, 10L,
                  Outcome.PROTOCOL, 5L));
      assertThat(totals.sent()).isEqualTo(40);
      assertThat(totals.statuses()).isEqualTo(Map.of(200, 5L, 503, 5L));
      assertThat(totals.causes())
          .containsEntry("timeout-response: no answer within 3 s", 5L)
          .containsEntry("timeout-body: answer incomplete after 3 s", 5L)
          .containsEntry("truncated: the connection ended inside the body", 5L)
          .containsEntry("protocol: Unexpected status line: I am not HTTP", 5L);
      assertThat(totals.bytesReceived()).isEqualTo(5 * (12 + 2 + 4 + 3));
      assertThat(totals.bytesAnswered()).isEqualTo(5 * (12 + 2));
      assertThat(server.heads()).hasSize(40);
    }
  }

  @Test
  void a_refused_connection_is_its_own_class() throws Exception {
    String url;
    try (LoopbackServer gone = new LoopbackServer(_ -> {})) {
      url = gone.url("/");
    }

    Totals totals = new EngineRun(kind, EngineRun.settings(url), EngineRun.requests(6, 3)).totals();

    assertThat(totals.outcomes()).isEqualTo(Map.of(Outcome.CONNECT, 6L));
    assertThat(totals.causes().firstKey())
        .startsWith("connect: Failed to connect to /127.0.0.1:")
        .endsWith(": Connection refused");
  }

  @Test
  void a_timed_out_request_closes_its_connection_so_that_the_server_can_notice() throws Exception {
    try (LoopbackServer server = new LoopbackServer(_ -> {})) {
      Totals totals = run(server, 4, 2).totals();

      assertThat(totals.outcomes()).isEqualTo(Map.of(Outcome.TIMEOUT_RESPONSE, 4L));
      assertThat(server.connections()).isEqualTo(4);
      Set<Integer> left = new TreeSet<>();
      for (int i = 0; i < 4; i++) {
        left.add(server.leftPorts().poll(20, TimeUnit.SECONDS));
      }
      assertThat(left).hasSize(4).doesNotContainNull();
    }
  }

  @Test
  void a_trickling_answer_runs_into_the_limit_of_the_whole_exchange() throws Exception {
    try (LoopbackServer server =
        new LoopbackServer(
            exchange -> {
              exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
              exchange.trickle("x".repeat(1000), Duration.ofMillis(20));
            })) {
      Totals totals = run(server, 1, 1).totals();

      assertThat(totals.causes())
          .isEqualTo(Map.of("timeout-body: answer incomplete after 3 s", 1L));
      assertThat(totals.bytesReceived()).isBetween(1L, 160L);
      assertThat(server.leftPorts().poll(20, TimeUnit.SECONDS)).isNotNull();
    }
  }

  @Test
  void without_a_time_limit_a_slow_answer_is_waited_for() throws Exception {
    try (LoopbackServer server =
        new LoopbackServer(
            exchange ->
                exchange.trickle(
                    "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", Duration.ofMillis(20)))) {
      ExchangeSettings patient = EngineRun.patient(server.url("/"));

      assertThat(new EngineRun(kind, patient, EngineRun.requests(1, 1)).totals().outcomes())
          .isEqualTo(Map.of(Outcome.OK, 1L));
    }
  }

  @Test
  void a_chunked_answer_that_ends_early_is_truncated() throws Exception {
    try (LoopbackServer server =
        new LoopbackServer(
            exchange -> {
              String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
              exchange.write(head + (exchange.number() == 1 ? "4\r\nhalf\r\n" : "zz\r\nhalf\r\n"));
              exchange.close();
            })) {
      assertThat(run(server, 2, 1).totals().outcomes())
          .isEqualTo(Map.of(Outcome.TRUNCATED, 1L, Outcome.PROTOCOL, 1L));
    }
  }

  private EngineRun run(LoopbackServer server, long requests, int workers) {
    return new EngineRun(
        kind, EngineRun.settings(server.url("/")), EngineRun.requests(requests, workers));
  }
}
