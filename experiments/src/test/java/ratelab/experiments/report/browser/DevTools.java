package ratelab.experiments.report.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One page's end of the Chrome DevTools Protocol: commands, and the events that tests ask for. */
final class DevTools implements WebSocket.Listener {
  private static final int DEADLINE_SECONDS = 60;

  private final AtomicInteger next = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final StringBuilder message = new StringBuilder();
  private @Nullable WebSocket socket;

  private DevTools() {}

  static DevTools connect(HttpClient http, URI page) {
    DevTools devTools = new DevTools();
    devTools.socket = http.newWebSocketBuilder().buildAsync(page, devTools).join();
    return devTools;
  }

  /** Sends a command and waits for its result. */
  JsonNode send(String method, Map<String, ?> parameters) {
    int id = next.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    String command =
        JsonMapper.shared()
            .writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
    if (socket == null) {
      throw new IllegalStateException("not connected");
    }
    socket.sendText(command, true).join();
    JsonNode response = answer.orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join();
    if (response.has("error")) {
      throw new AssertionError(method + ": " + response.path("error"));
    }
    return response.path("result");
  }

  List<String> complaints() {
    return new ArrayList<>(complaints);
  }

  List<String> requests() {
    return new ArrayList<>(requests);
  }

  void forget() {
    complaints.clear();
    requests.clear();
  }

  void close() {
    if (socket != null) {
      socket.abort();
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    message.append(data);
    if (last) {
      JsonNode node = JsonMapper.shared().readTree(message.toString());
      message.setLength(0);
      receive(node);
    }
    webSocket.request(1);
    return null;
  }

  private void receive(JsonNode node) {
    if (node.has("id")) {
      CompletableFuture<JsonNode> answer = waiting.remove(node.path("id").asInt());
      if (answer != null) {
        answer.complete(node);
      }
      return;
    }
    JsonNode parameters = node.path("params");
    switch (node.path("method").asString()) {
      case "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded" ->
          complaints.add(parameters.toString());
      case "Network.requestWillBeSent" ->
          requests.add(parameters.path("request").path("url").asString());
      default -> {}
    }
  }
}
