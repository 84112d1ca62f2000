package ratelab.sampleapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract on Python's standard library. */
class PythonPeerTest extends PeerContract {

  @BeforeAll
  static void python_is_here() {
    Tool.need(
        "python3",
        Tool.isOnThePath("python3"),
        "install Python 3.11 or newer to test peers/python");
  }

  @Override
  String name() {
    return "ratelab-peer-python";
  }

  @Override
  List<String> command() {
    return List.of("python3", "peers/python/server.py");
  }

  @Override
  Map<String, Object> runtimeInHeader() {
    Outcome version = OwnProcess.run(dir, List.of("python3", "--version"), List.of());
    return Map.of("runtime", version.out().strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"exec", "sleep"})
  void virtual_is_a_thread_for_each_request(String work) {
    RunningApp app = start("--concurrency", "virtual", "--work", work, "--sleep", "2s");
    sendInTurn(app, 4);

    assertThat(LoggedRequest.mostAtOnce(app.awaitLogged(4))).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"virtual", "async"})
  void every_concurrency_burns_the_cpu_that_it_was_told(String concurrency) {
    RunningApp app = start("--concurrency", concurrency, "--work", "burn", "--cpu", "100ms");
    app.get("/");
    app.get("/");

    List<LoggedRequest> logged = app.logged();
    assertThat(logged.get(1).cpuNanos() - logged.get(0).cpuNanos())
        .isGreaterThanOrEqualTo(100_000_000L - 10_000_000L);
  }

  @Test
  void async_keeps_a_connection_open_and_answers_one_request_after_the_other() {
    RunningApp app = start("--concurrency", "async", "--work", "sleep", "--sleep", "1ms");

    try (var both =
        RawRequest.send(
            app.url(),
            "GET / HTTP/1.1\r\n\r\nGET /nowhere HTTP/1.1\r\nConnection: close\r\n\r\n")) {
      assertThat(both.answer())
          .startsWith("HTTP/1.1 200 OK\r\n")
          .contains("Hello World!HTTP/1.1 404 Not Found\r\n")
          .endsWith("Not Found");
    }
  }
}
