package ratelab.loadgen.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ratelab.loadgen.server.LoopbackServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
final class LoadgenTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir private Path directory;
  private LoopbackServer server;

  @BeforeEach
  void start() throws IOException {
    server = new LoopbackServer(exchange -> exchange.answer("200 OK", "Hello World!"));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void help_goes_to_standard_output() throws Exception {
    assertThat(run(false, "-h")).isZero();
    assertThat(text(out)).startsWith("Usage: loadgen");
    assertThat(text(err)).isEmpty();
  }

  @Test
  void a_refusal_is_one_line_on_standard_error() throws Exception {
    assertThat(run(false, "-n", "1")).isEqualTo(1);
    assertThat(text(out)).isEmpty();
    assertThat(text(err))
        .isEqualTo("loadgen: no URL; give one, like http://127.0.0.1:3000/ (see loadgen -h)\n");
  }

  @Test
  void exactly_n_requests_are_sent_where_hey_drops_the_remainder() throws Exception {
    assertThat(run(false, "-n", "10", "-c", "4", server.url("/"))).isZero();

    assertThat(server.heads()).hasSize(10);
    assertThat(text(out)).contains("  [200]\t10 responses\n");
    assertThat(text(err)).isEmpty();
  }

  @Test
  void the_attempts_file_has_one_row_per_request_that_joins_with_the_server_by_id()
      throws Exception {
    Path file = directory.resolve("attempts.csv");
    run(false, "--no-warmup", "-n", "30", "-c", "3", "--record", file.toString(), server.url("/"));

    List<String> lines = Files.readAllLines(file);
    assertThat(lines.subList(0, 2))
        .containsExactly(
            "# ratelab attempts, format 1",
            "id,worker,local_port,start_ms,end_ms,outcome,status,bytes");
    Pattern row =
        Pattern.compile("\\d+,[012],\\d{4,5},\\d{13}\\.\\d{3},\\d{13}\\.\\d{3},ok,200,12");
    assertThat(lines.subList(2, lines.size())).hasSize(30).allMatch(row.asMatchPredicate());
    assertThat(lines.stream().skip(2).map(line -> Integer.parseInt(line.split(",", 2)[0])).sorted())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 30).boxed().toList());
  }

  @Test
  void rows_can_be_read_while_requests_are_in_flight() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    Path file = directory.resolve("attempts.csv");
    try (LoopbackServer half =
        new LoopbackServer(
            exchange -> {
              if (exchange.number() == 2) {
                awaitRow(file);
                seen.countDown();
              }
              exchange.answer("200 OK", "");
            })) {
      run(false, "-n", "2", "-c", "1", "--record", file.toString(), half.url("/"));
    }
    assertThat(seen.getCount()).isZero();
  }

  private static void awaitRow(Path file) throws IOException {
    long deadline = System.nanoTime() + 20_000_000_000L;
    while (Files.readAllLines(file).size() < 3) {
      if (System.nanoTime() > deadline) {
        throw new IOException("no row after 20 s: " + Files.readString(file));
      }
      Thread.onSpinWait();
    }
  }

  @Test
  void by_default_the_generator_warms_up_without_a_request_to_the_target() throws Exception {
    run(false, "-n", "11", "-c", "1", server.url("/"));

    assertThat(server.heads()).hasSize(11);
    assertThat(text(out))
        .containsPattern(
            "  Warm-up:\t\\d{2,} requests in [1-9]\\.\\d secs to a server of its own\n");
  }

  @Test
  void a_warm_up_on_the_target_is_asked_for_and_not_counted() throws Exception {
    run(false, "--warmup", "1s", "-n", "3", "-c", "1", server.url("/"));

    assertThat(server.heads().size()).isGreaterThan(4);
    assertThat(text(out))
        .contains("  [200]\t3 responses\n")
        .containsPattern(
            "  Warm-up:\t"
                + (server.heads().size() - 3)
                + " requests in [1-9]\\.\\d secs to the target, not counted\n");
  }

  @Test
  void after_the_grace_requests_in_flight_are_given_up_and_listed() throws Exception {
    try (LoopbackServer silent = new LoopbackServer(_ -> {})) {
      assertThat(
              run(false, "--no-warmup", "--grace", "100ms", "-z", "1s", "-c", "2", silent.url("/")))
          .isZero();
    }
    assertThat(text(out))
        .containsPattern("  In flight:\t2 requests, oldest (0\\.[3-9]|[1-9]\\.)\\d* secs\n");
  }

  @Test
  void auto_prints_its_choice_and_why() throws Exception {
    run(false, "--engine", "auto", "-n", "3", "-c", "1", server.url("/"));

    assertThat(text(err))
        .isEqualTo("loadgen: --engine auto takes wire: HTTP/1.1 without a proxy\n");
    assertThat(text(out)).contains("  Engine:\twire, http/1.1\n");
  }

  @Test
  void wire_refuses_what_it_cannot_do() throws Exception {
    assertThat(run(false, "--engine", "wire", "--h2c", "-n", "1", "-c", "1", server.url("/")))
        .isEqualTo(1);
    assertThat(text(err)).contains("--engine wire speaks HTTP/1.1 without a proxy only");
  }

  @Test
  void a_condition_that_holds_fails_the_run_and_says_so() throws Exception {
    assertThat(
            run(
                false,
                "--fail-if",
                "p99>1us",
                "--fail-if",
                "errors>1%",
                "--fail-if",
                "rps<0.01",
                "-n",
                "3",
                "-c",
                "1",
                server.url("/")))
        .isEqualTo(3);
    assertThat(text(err)).containsPattern("^loadgen: failed: p99>1us: it is \\d+\\.\\d{3} ms\n$");
  }

  @Test
  void errors_are_answers_from_500_on_and_requests_without_an_answer() throws Exception {
    try (LoopbackServer failing =
        new LoopbackServer(
            exchange -> {
              if (exchange.number() == 1) {
                exchange.answer("503 Busy", "");
              } else if (exchange.number() == 2) {
                exchange.reset();
              } else {
                exchange.answer("404 Not Found", "");
              }
            })) {
      assertThat(run(false, "--fail-if", "errors>49%", "-n", "4", "-c", "1", failing.url("/")))
          .isEqualTo(3);
    }
    assertThat(text(err)).isEqualTo("loadgen: failed: errors>49%: it is 50.000%\n");
  }

  @Test
  void csv_is_streamed_in_heys_columns() throws Exception {
    run(false, "-n", "3", "-c", "1", "-o", "csv", server.url("/"));

    assertThat(text(out).lines().toList().getFirst())
        .isEqualTo(
            "response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read,"
                + "status-code,offset");
    assertThat(text(out).lines().skip(1))
        .hasSize(3)
        .allMatch(line -> line.matches("(\\d+\\.\\d{4},){6}200,\\d+\\.\\d{4}"));
  }

  @Test
  void json_says_the_same_on_standard_output_and_in_a_file() throws Exception {
    Path file = directory.resolve("result.json");
    run(false, "-n", "4", "-c", "2", "-o", "json", "--json", file.toString(), server.url("/a"));

    JsonNode json = JsonMapper.shared().readTree(text(out));
    assertThat(json).isEqualTo(JsonMapper.shared().readTree(Files.readString(file)));
    assertThat(json.get("url").asString()).isEqualTo(server.url("/a"));
    assertThat(json.get("sent").asLong()).isEqualTo(4);
    assertThat(json.get("answered").asLong()).isEqualTo(4);
    assertThat(json.get("startedMillis").asDouble())
        .isLessThanOrEqualTo(json.get("stopMillis").asDouble());
    assertThat(json.get("stopMillis").asDouble())
        .isLessThanOrEqualTo(json.get("endedMillis").asDouble());
  }

  @Test
  void a_result_file_that_cannot_be_written_stops_the_run_before_the_load() throws Exception {
    String path = directory.resolve("missing").resolve("a.csv").toString();

    assertThat(run(false, "-n", "4", "-c", "2", "--record", path, server.url("/"))).isEqualTo(1);
    assertThat(text(err))
        .isEqualTo("loadgen: cannot write " + path + ": give a path that can be created\n");
    assertThat(server.heads()).isEmpty();
  }

  @Test
  void a_load_without_any_answer_still_succeeds_but_says_so_loudly() throws Exception {
    String url = server.url("/");
    server.close();

    assertThat(run(false, "-n", "4", "-c", "2", url)).isZero();
    assertThat(text(err))
        .isEqualTo("loadgen: no request was answered, of 4 sent: is this the right URL?\n");
  }

  @Test
  void a_watched_terminal_shows_a_line_of_progress_only_in_long_runs() throws Exception {
    run(true, "-z", "100ms", "-c", "1", "-q", "10", server.url("/"));
    assertThat(text(err)).isEmpty();

    run(true, "--no-warmup", "-z", "3700ms", "-c", "1", "-q", "0.7", server.url("/"));
    assertThat(text(err))
        .startsWith("\r\u001b[K")
        .containsPattern(
            "\\d s of 3 s: \\d sent, \\d answered, 0 failed, [01] in flight; now \\d/s")
        .endsWith("\r\u001b[K");
  }

  private int run(boolean live, String... args) throws InterruptedException {
    Terminal terminal = new Terminal(utf8(out), utf8(err), live);
    return new Loadgen(terminal, (_, _) -> {}, "1.2").run(args);
  }

  private static PrintStream utf8(ByteArrayOutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
