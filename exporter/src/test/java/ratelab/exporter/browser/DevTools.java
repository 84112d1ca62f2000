package ratelab.exporter.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Commands to one tab, and what it complains about: as much of the DevTools protocol as needed. */
final class DevTools implements WebSocket.Listener, AutoCloseable {
  private static final int DEADLINE_SECONDS = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final StringBuilder message = new StringBuilder();
  private final WebSocket socket;

  DevTools(URI tab) {
    socket = client.newWebSocketBuilder().buildAsync(tab, this).join();
  }

  /** Sends a command and waits for its result. */
  JsonNode call(String method, Map<String, ?> parameters) {
    int id = lastId.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(id, answer);
    String command =
        JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
    socket.sendText(command, true).join();
    JsonNode result = answer.orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join();
    if (result.has("error")) throw new IllegalStateException(method + ": " + result.get("error"));
    return result.get("result");
  }

  /** Uncaught exceptions, console errors, and what the page's policy has refused. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  void forgetProblems() {
    problems.clear();
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    message.append(data);
    if (last) {
      JsonNode whole = JSON.readTree(message.toString());
      message.setLength(0);
      receive(whole);
    }
    webSocket.request(1);
    return CompletableFuture.completedStage(null);
  }

  private void receive(JsonNode whole) {
    if (whole.has("id")) {
      CompletableFuture<JsonNode> answer = answers.remove(whole.get("id").asInt());
      if (answer != null) answer.complete(whole);
      return;
    }
    switch (whole.get("method").asString()) {
      case "Runtime.exceptionThrown", "Runtime.consoleAPICalled" ->
          problems.add(whole.get("params").toString());
      case "Log.entryAdded" -> problems.add(whole.at("/params/entry").toString());
      default -> {}
    }
  }

  @Override
  public void close() {
    socket.abort();
    client.shutdownNow();
  }
}
