package ratelab.experiments.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.rate.RangeFunction;
import ratelab.experiments.rate.RangeQuery;
import ratelab.experiments.rate.Sample;
import ratelab.experiments.rate.Series;
import ratelab.experiments.rate.SeriesId;
import ratelab.experiments.rate.Steps;

@Timeout(20)
class PrometheusClientTest {
  private static final RangeQuery QUERY =
      new RangeQuery("cpu", "g", RangeFunction.RATE, Duration.ofSeconds(30));
  private static final Steps STEPS = new Steps(1_500, 3_000, Duration.ofMillis(500));

  private final Map<String, String> asked = new TreeMap<>();
  private HttpServer server;
  private PrometheusClient client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    client =
        new PrometheusClient(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  @Test
  void a_range_query_is_asked_in_whole_milliseconds_and_gaps_stay_gaps() throws Exception {
    answer("/api/v1/query_range", 200, matrix("{\"groupname\":\"g\"}", "[2,\"0.5\"],[3,\"1\"]"));

    Curve curve = client.queryRange(QUERY, STEPS);

    assertThat(asked)
        .isEqualTo(
            Map.of(
                "query", "sum by (groupname) (rate(cpu{groupname=\"g\"}[30s]))",
                "start", "1970-01-01T00:00:01.500Z",
                "end", "1970-01-01T00:00:03Z",
                "step", "500ms"));
    assertThat(curve)
        .isEqualTo(
            new Curve(
                List.of(
                    new Curve.Point(1500, OptionalDouble.empty()),
                    new Curve.Point(2000, OptionalDouble.of(0.5)),
                    new Curve.Point(2500, OptionalDouble.empty()),
                    new Curve.Point(3000, OptionalDouble.of(1)))));
  }

  @Test
  void an_answer_off_the_steps_is_refused() {
    answer("/api/v1/query_range", 200, matrix("{}", "[2.001,\"0.5\"]"));

    assertThatThrownBy(() -> client.queryRange(QUERY, STEPS))
        .isInstanceOf(OracleException.class)
        .hasMessage(QUERY + ": answers at times that were not asked for: [2001]");
  }

  @Test
  void samples_are_asked_one_millisecond_wider_and_cut_to_the_span() throws Exception {
    answer(
        "/api/v1/query", 200, matrix("{\"__name__\":\"up\"}", "[0.999,\"0\"],[1,\"1\"],[2,\"2\"]"));

    assertThat(client.samples("up", 1000, 2000))
        .isEqualTo(
            List.of(
                new Series(
                    SeriesId.of("up", Map.of()),
                    List.of(new Sample(1000, 1), new Sample(2000, 2)))));
    assertThat(asked).isEqualTo(Map.of("query", "up[1s1ms]", "time", "1970-01-01T00:00:02Z"));
  }

  @Test
  void an_error_of_the_api_is_shown_with_what_was_asked() {
    answer(
        "/api/v1/query_range",
        400,
        """
        {"status":"error","errorType":"bad_data","error":"exceeded maximum resolution"}\
        """);

    assertThatThrownBy(() -> client.queryRange(QUERY, STEPS))
        .isInstanceOf(OracleException.class)
        .hasMessage(
            "asking http://127.0.0.1:%d for %s: bad_data: exceeded maximum resolution"
                .formatted(server.getAddress().getPort(), QUERY));
  }

  @Test
  void it_is_ready_once_it_says_so() throws Exception {
    assertThat(client.ready()).isFalse();
    answer("/-/ready", 200, "Prometheus Server is Ready.\n");
    assertThat(client.ready()).isTrue();
    server.stop(0);
    assertThat(client.ready()).isFalse();
  }

  @Test
  void a_server_that_is_not_there_is_asked_for_with_the_question_whether_it_runs() {
    server.stop(0);

    assertThatThrownBy(() -> client.version())
        .isInstanceOf(OracleException.class)
        .hasMessage(
            "asking http://127.0.0.1:%d for its version: nothing accepts connections there;"
                    .formatted(server.getAddress().getPort())
                + " is Prometheus running?");
  }

  private static String matrix(String metric, String values) {
    return """
    {"status":"success","data":{"resultType":"matrix","result":[{"metric":%s,"values":[%s]}]}}
    """
        .formatted(metric, values);
  }

  private void answer(String path, int status, String body) {
    server.createContext(
        path,
        exchange -> {
          String query = exchange.getRequestURI().getQuery();
          if (query != null) {
            for (String parameter : query.split("&", -1)) {
              int sign = parameter.indexOf('=');
              asked.put(
                  parameter.substring(0, sign), parameter.substring(sign + 1).replace('+', ' '));
            }
          }
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
