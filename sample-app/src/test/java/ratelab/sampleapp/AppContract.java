package ratelab.sampleapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What the lab relies on, of the Java application and of its peers in other languages alike. */
abstract class AppContract {
  private static final double TICK_MILLIS = 10;

  @TempDir Path dir;

  private final List<RunningApp> running = new ArrayList<>();

  /** The name in messages and in the log. */
  abstract String name();

  abstract RunningApp start(Path log, List<String> args);

  abstract Outcome run(List<String> args);

  /** What the header says of the runtime: {@code runtime}, and whatever is this runtime's own. */
  abstract Map<String, Object> runtimeInHeader();

  /** The kind of concurrency in which no request waits for another. */
  String allAtOnce() {
    return "async";
  }

  /** Returns once that many requests are read, for an application that reads before it works. */
  abstract void awaitRead(RunningApp app, int requests);

  final RunningApp start(String... flags) {
    Path log = dir.resolve("handlers.jsonl");
    var common = Stream.of("--port", "0", "--log", log.toString());
    RunningApp app = start(log, Stream.concat(common, Stream.of(flags)).toList());
    running.add(app);
    return app;
  }

  @AfterEach
  void stop() {
    running.forEach(RunningApp::close);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exec", "sleep"})
  void it_says_hello_world_when_the_pause_is_over(String work) {
    RunningApp app = start("--work", work, "--sleep", "200ms");
    long sentNanos = System.nanoTime();

    var answer = app.get("/");

    assertThat(System.nanoTime() - sentNanos).isGreaterThanOrEqualTo(200_000_000L);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type").orElseThrow().replace(" ", ""))
        .isEqualTo("text/plain;charset=utf-8");
    assertThat(answer.body()).isEqualTo("Hello World!");
    assertThat(app.logged().getFirst().millis()).isGreaterThanOrEqualTo(200);
  }

  @Test
  void the_log_begins_with_a_header_and_a_restart_adds_another() {
    RunningApp first = start("--work", "sleep", "--sleep", "1ms");
    first.get("/");
    first.close();
    running.clear();
    RunningApp second = start("--work", "exec", "--concurrency", allAtOnce());

    List<String> lines = second.logLines();
    assertThat(lines).hasSize(3);
    assertThat(json(lines.getFirst())).isEqualTo(header("single", "sleep", first.pid()));
    assertThat(json(lines.getLast())).isEqualTo(header(allAtOnce(), "exec", second.pid()));
  }

  @Test
  void each_request_leaves_one_line_with_its_id_and_the_port_of_its_client() {
    RunningApp app = start("--work", "sleep", "--sleep", "20ms");
    try (RawRequest seven = app.send("7")) {
      assertThat(seven.answer()).endsWith("Hello World!");
      try (RawRequest eight = app.send("e\"8\\")) {
        assertThat(eight.answer()).endsWith("Hello World!");

        List<LoggedRequest> logged = app.logged();
        assertThat(logged).extracting(LoggedRequest::id).containsExactly("7", "e\"8\\");
        assertThat(logged)
            .extracting(LoggedRequest::remotePort)
            .containsExactly(seven.localPort(), eight.localPort());
      }
    }
  }

  @Test
  void a_line_has_times_with_three_decimals_and_a_request_without_id_an_empty_one() {
    RunningApp app = start("--work", "sleep", "--sleep", "1ms");
    app.get("/");

    assertThat(app.logLines().getLast())
        .matches(
            "\\{\"id\":\"\",\"remotePort\":\\d+,\"startMillis\":\\d{13}\\.\\d{3},"
                + "\"endMillis\":\\d{13}\\.\\d{3},\"cpuNanos\":\\d+}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exec", "sleep"})
  void single_works_off_one_request_at_a_time_in_arrival_order(String work) {
    RunningApp app = start("--work", work, "--sleep", "100ms");
    List<RawRequest> requests = sendInTurn(app, 4);

    assertThat(requests).allSatisfy(each -> assertThat(each.answer()).endsWith("Hello World!"));

    List<LoggedRequest> logged = app.logged();
    assertThat(logged).extracting(LoggedRequest::id).containsExactly("1", "2", "3", "4");
    assertThat(LoggedRequest.mostAtOnce(logged)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exec", "sleep"})
  void where_nobody_waits_all_requests_are_worked_on_at_once(String work) {
    RunningApp app = start("--concurrency", allAtOnce(), "--work", work, "--sleep", "2s");
    List<RawRequest> requests = sendInTurn(app, 4);

    assertThat(requests).allSatisfy(each -> assertThat(each.answer()).endsWith("Hello World!"));
    assertThat(LoggedRequest.mostAtOnce(app.logged())).isEqualTo(4);
  }

  @Test
  void requests_are_worked_off_though_their_clients_have_gone() {
    RunningApp app = start("--work", "sleep", "--sleep", "300ms");
    List<RawRequest> requests = sendInTurn(app, 4);

    requests.subList(0, 2).forEach(RawRequest::close);
    requests.subList(2, 4).forEach(RawRequest::reset);

    assertThat(app.awaitLogged(4))
        .extracting(LoggedRequest::id)
        .containsExactly("1", "2", "3", "4");
    assertThat(app.get("/").body()).isEqualTo("Hello World!");
  }

  @Test
  void a_burn_uses_the_cpu_that_it_was_told() {
    RunningApp app = start("--work", "burn", "--cpu", "100ms");
    for (int request = 0; request < 3; request++) {
      app.get("/");
    }

    // Between two ends lies one burn; either reading may lag by a scheduler tick of 10 ms.
    List<LoggedRequest> logged = app.logged();
    long usedNanos = logged.get(2).cpuNanos() - logged.get(0).cpuNanos();
    assertThat(usedNanos).isGreaterThanOrEqualTo(2 * 100_000_000L - 10_000_000L);
  }

  @Test
  void cpu_comes_on_top_of_a_sleep() {
    RunningApp app = start("--work", "sleep", "--sleep", "100ms", "--cpu", "100ms");
    app.get("/");

    // Node counts its helper threads' CPU too, and a CPU clock may run ahead by a tick.
    assertThat(app.logged().getFirst().millis()).isGreaterThanOrEqualTo(200 - TICK_MILLIS);
  }

  @Test
  void metrics_count_what_was_handled() {
    RunningApp app = start("--work", "sleep", "--sleep", "1ms");
    app.get("/");
    app.get("/");

    var page = app.get("/metrics");

    assertThat(page.headers().firstValue("content-type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(page.body())
        .isEqualTo(
            """
            # HELP sampleapp_requests_handled_total Requests worked off, whether or not a client still waited.
            # TYPE sampleapp_requests_handled_total counter
            sampleapp_requests_handled_total 2.0
            # HELP sampleapp_requests_in_flight Requests that a handler is working on.
            # TYPE sampleapp_requests_in_flight gauge
            sampleapp_requests_in_flight 0.0
            # HELP sampleapp_requests_waiting Requests that were read and wait for a handler.
            # TYPE sampleapp_requests_waiting gauge
            sampleapp_requests_waiting 0.0
            """);
  }

  @Test
  void metrics_show_what_is_in_flight() {
    RunningApp app = start("--concurrency", allAtOnce(), "--work", "sleep", "--sleep", "3s");
    List<RawRequest> requests = sendInTurn(app, 3);

    Await.until(
        "three in flight", () -> app.metric("sampleapp_requests_in_flight"), seen -> seen == 3);
    requests.forEach(RawRequest::answer);
    assertThat(app.metric("sampleapp_requests_in_flight")).isZero();
  }

  @Test
  void an_ipv6_address_is_written_as_a_url_wants_it() throws Exception {
    boolean hasIpv6 =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .anyMatch(address -> address instanceof Inet6Address && address.isLoopbackAddress());
    assumeTrue(hasIpv6, "this machine has no IPv6 loopback address");
    RunningApp app = start("--host", "::1", "--work", "sleep", "--sleep", "1ms");

    assertThat(app.url()).startsWith("http://[::1]:");
    assertThat(app.get("/").body()).isEqualTo("Hello World!");
  }

  @Test
  void a_port_in_use_is_named_with_the_remedy() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());

      assertThat(run(List.of("--port", port)))
          .isEqualTo(
              new Outcome(
                  1,
                  "",
                  "%s: port %s on 127.0.0.1 is in use: choose another with --port, or --port 0\n"
                      .formatted(name(), port)));
    }
  }

  @Test
  void a_log_that_cannot_be_written_is_named_with_the_remedy() {
    Path log = dir.resolve("missing/handlers.jsonl");

    Outcome outcome = run(List.of("--port", "0", "--log", log.toString()));

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .startsWith(name() + ": cannot write the log " + log)
        .endsWith(": name a writable file with --log\n");
  }

  @Test
  void an_unknown_flag_is_named() {
    Outcome outcome = run(List.of("--slep", "5s"));

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith(name() + ": Unknown option").contains("'--slep'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--sleep 5: '5' is not a duration; write a number with its unit, as 5s, 500ms or 1m30s",
        "--cpu -1s: '-1s' is not a duration",
        "--port 65536: --port 65536 is not between 0 and 65535",
        "--work nap: 'nap' is not one of exec, sleep, burn",
        "--concurrency twin: 'twin' is not one of single,",
        "--work burn: --work burn needs --cpu: how much shall each request burn?",
        "--work burn --cpu 1s --sleep 2s: --work burn does not sleep: leave out --sleep,",
      })
  void a_value_that_makes_no_sense_is_a_usage_error(String argsAndMessage) {
    String[] parts = argsAndMessage.split(": ", 2);

    Outcome outcome = run(List.of(parts[0].replace("cpu -", "cpu=-").split(" ")));

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .startsWith(name() + ": ")
        .contains(parts[1])
        .endsWith("\nSee --help.\n");
  }

  @Test
  void help_teaches_with_examples() {
    Outcome outcome = run(List.of("--help"));

    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .contains("--concurrency", "--work", "--sleep", "--cpu", "--host", "--port", "--log")
        .contains("Examples:");
  }

  /** Sends requests 1 to n, each when the one before has been read. */
  final List<RawRequest> sendInTurn(RunningApp app, int count) {
    List<RawRequest> requests = new ArrayList<>();
    for (int id = 1; id <= count; id++) {
      requests.add(app.send(String.valueOf(id)));
      awaitRead(app, id);
    }
    return requests;
  }

  private Map<?, ?> header(String concurrency, String work, long pid) {
    var header = new java.util.TreeMap<String, Object>(runtimeInHeader());
    header.putAll(Map.of("format", 1, "app", name(), "concurrency", concurrency, "work", work));
    header.put("pid", Math.toIntExact(pid));
    return header;
  }

  private static Map<?, ?> json(String line) {
    return new JsonMapper().readValue(line, Map.class);
  }
}
