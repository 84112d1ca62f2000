package ratelab.exporter.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import ratelab.exporter.Await;
import ratelab.exporter.RequiredTools;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A real headless Chromium with one tab. Its profile stays in the build directory: a browser's last
 * processes may still write to it when it has ended.
 */
public final class Browser implements AutoCloseable {
  private static final int DEADLINE_SECONDS = 20;
  private static final String LOADED =
      "document.readyState === 'complete' && document.title !== 'left'";

  private static final Map<String, Integer> KEY_CODES =
      Map.ofEntries(
          Map.entry("Enter", 13),
          Map.entry("Escape", 27),
          Map.entry("Tab", 9),
          Map.entry("ArrowDown", 40),
          Map.entry("ArrowUp", 38),
          Map.entry("ArrowLeft", 37),
          Map.entry("ArrowRight", 39));

  private final Process process;
  private final DevTools tab;

  private Browser(Process process, DevTools tab) {
    this.process = process;
    this.tab = tab;
  }

  /** Starts it, or skips the test where there is none. */
  public static Browser start() throws IOException {
    Path chromium = RequiredTools.locate("chromium", "chromium");
    Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "browser-");
    Path profile = directory.resolve("profile");
    File log = directory.resolve("browser.log").toFile();
    Process process =
        new ProcessBuilder(command(chromium, profile))
            .redirectOutput(log)
            .redirectErrorStream(true)
            .start();
    try {
      int port = Await.until("the DevTools of chromium; log: " + log, () -> port(profile));
      URI tab = Await.until("a tab", () -> tab(port));
      Browser browser = new Browser(process, new DevTools(tab));
      for (String domain : List.of("Page", "Runtime", "Log")) {
        browser.tab.call(domain + ".enable", Map.of());
      }
      return browser;
    } catch (RuntimeException | Error e) {
      end(process);
      throw e;
    }
  }

  private static List<String> command(Path chromium, Path profile) {
    return List.of(
        chromium.toString(),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--lang=en-US",
        "--user-data-dir=" + profile,
        "--remote-debugging-port=0",
        "about:blank");
  }

  private static Optional<Integer> port(Path profile) {
    try {
      List<String> lines = Files.readAllLines(profile.resolve("DevToolsActivePort"));
      return lines.size() < 2 ? Optional.empty() : Optional.of(Integer.valueOf(lines.getFirst()));
    } catch (IOException notYet) {
      return Optional.empty();
    }
  }

  private static Optional<URI> tab(int port) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
      HttpRequest request =
          HttpRequest.newBuilder(list).timeout(Duration.ofSeconds(DEADLINE_SECONDS)).build();
      for (JsonNode target :
          new ObjectMapper().readTree(client.send(request, BodyHandlers.ofString()).body())) {
        if (target.get("type").asString().equals("page")) {
          return Optional.of(URI.create(target.get("webSocketDebuggerUrl").asString()));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Opens another page, and forgets what the last one complained about. */
  public void open(String url) {
    evaluate("document.title = 'left'");
    tab.call("Page.navigate", Map.of("url", url));
    tab.forgetProblems();
    Await.until("loading", () -> Optional.of(evaluate(LOADED)).filter(JsonNode::asBoolean));
  }

  /** The value of a JavaScript expression in the page. */
  public JsonNode evaluate(String expression) {
    JsonNode answer =
        tab.call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + answer.get("exceptionDetails"));
    }
    return Optional.ofNullable(answer.at("/result/value")).orElseThrow();
  }

  /** Waits until a JavaScript condition holds. */
  public void await(String condition) {
    Await.until(
        condition,
        () -> Optional.of(evaluate("!!(" + condition + ")")).filter(JsonNode::asBoolean));
  }

  /** Presses keys by their names, such as {@code ArrowDown}; others are typed as text. */
  public void press(String... keys) {
    for (String key : keys) {
      Integer code = KEY_CODES.get(key);
      if (code == null) type(key);
      else stroke(key, code);
    }
  }

  private void stroke(String key, int code) {
    String text = key.equals("Enter") ? "\r" : "";
    Map<String, Object> down =
        Map.of(
            "type", text.isEmpty() ? "rawKeyDown" : "keyDown",
            "key", key,
            "code", key,
            "text", text,
            "windowsVirtualKeyCode", code);
    tab.call("Input.dispatchKeyEvent", down);
    tab.call(
        "Input.dispatchKeyEvent",
        Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
  }

  private void type(String text) {
    for (String character : text.split("", -1)) {
      if (character.isEmpty()) continue;
      tab.call(
          "Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", character, "text", character));
      tab.call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", character));
    }
  }

  /** Moves the mouse to the middle of an element and clicks. */
  public void click(String selector) {
    JsonNode middle = hover(selector);
    for (String type : List.of("mousePressed", "mouseReleased")) {
      mouse(type, middle.get(0).asDouble(), middle.get(1).asDouble());
    }
  }

  /** Moves the mouse to the middle of an element. */
  public JsonNode hover(String selector) {
    JsonNode middle =
        evaluate(
            "(() => { const box = document.querySelector('"
                + selector
                + "').getBoundingClientRect();"
                + " return [box.x + box.width / 2, box.y + box.height / 2]; })()");
    mouse("mouseMoved", middle.get(0).asDouble() - 1, middle.get(1).asDouble());
    mouse("mouseMoved", middle.get(0).asDouble(), middle.get(1).asDouble());
    return middle;
  }

  private void mouse(String type, double x, double y) {
    String button = type.equals("mouseMoved") ? "none" : "left";
    tab.call(
        "Input.dispatchMouseEvent",
        Map.of("type", type, "x", x, "y", y, "button", button, "clickCount", 1));
  }

  /** Moves the mouse to where nothing is. */
  public void pointAway() {
    mouse("mouseMoved", 1, 1);
  }

  /** The size of the window, and whether the viewer likes it light or dark. */
  public void look(int width, int height, String colorScheme) {
    tab.call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    tab.call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colorScheme))));
  }

  public void screenshot(Path png) throws IOException {
    String data =
        tab.call("Page.captureScreenshot", Map.of("format", "png")).get("data").asString();
    Files.createDirectories(Optional.ofNullable(png.getParent()).orElseThrow());
    Files.write(png, Base64.getDecoder().decode(data));
  }

  /** Uncaught exceptions, console errors, and what the page's policy has refused. */
  public List<String> problems() {
    return tab.problems();
  }

  @Override
  public void close() {
    tab.close();
    end(process);
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join();
  }
}
