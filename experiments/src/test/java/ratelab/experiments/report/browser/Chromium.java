package ratelab.experiments.report.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A headless Chromium with one page, driven through its debugging port on the loopback. Its files
 * stay in the build directory: its last processes may still write to its profile when it has ended.
 */
public final class Chromium implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");

  private final Process process;
  private final HttpClient http;
  private final DevTools page;
  private final Path downloads;

  private Chromium(Process process, HttpClient http, DevTools page, Path downloads) {
    this.process = process;
    this.http = http;
    this.page = page;
    this.downloads = downloads;
  }

  /** Starts the browser with an empty page of some size in CSS pixels. */
  public static Chromium start(Path executable, Path directory, int width, int height)
      throws Exception {
    Path log = directory.resolve("browser.log");
    Process process =
        new ProcessBuilder(command(executable, directory, width, height))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    HttpClient http = HttpClient.newHttpClient();
    try {
      await("chromium listens; its log is " + log, () -> LISTENING.matcher(read(log)).find());
      Matcher listening = LISTENING.matcher(read(log));
      assertThat(listening.find()).isTrue();
      DevTools page = DevTools.connect(http, pageOf(http, listening.group(1)));
      Path downloads = Files.createDirectories(directory.resolve("downloads"));
      Chromium chromium = new Chromium(process, http, page, downloads);
      chromium.prepare();
      return chromium;
    } catch (Exception | Error e) {
      end(process);
      throw e;
    }
  }

  private static List<String> command(Path executable, Path directory, int width, int height) {
    return List.of(
        executable.toString(),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--remote-debugging-port=0",
        "--window-size=" + width + "," + height,
        "--user-data-dir=" + directory.resolve("profile"),
        "about:blank");
  }

  private static URI pageOf(HttpClient http, String authority) throws Exception {
    URI list = URI.create("http://" + authority + "/json/list");
    JsonNode targets =
        JsonMapper.shared()
            .readTree(
                http.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString()).body());
    for (JsonNode target : targets) {
      if (target.path("type").asString().equals("page")) {
        return URI.create(target.path("webSocketDebuggerUrl").asString());
      }
    }
    throw new AssertionError("chromium has no page: " + targets);
  }

  private void prepare() {
    List.of("Page", "Runtime", "Log", "Network").forEach(d -> page.send(d + ".enable", Map.of()));
    page.send(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", downloads.toString()));
  }

  /** Opens a page from the beginning and waits until it has loaded. */
  public void open(String url) {
    page.send("Page.navigate", Map.of("url", "about:blank"));
    await("the empty page", () -> evaluate("location.href").asString().equals("about:blank"));
    page.forget();
    page.send("Page.navigate", Map.of("url", url));
    await(
        "the page has loaded",
        () ->
            evaluate("location.href + document.readyState").asString().startsWith("file:")
                && evaluate("document.readyState").asString().equals("complete"));
  }

  /** Turns JavaScript off or on for the pages that are opened from now on. */
  public void allowScripts(boolean allowed) {
    page.send("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
  }

  /** Makes the page so wide and high, and dark if wanted. */
  public void show(int width, int height, boolean dark) {
    page.send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    page.send(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** The value of an expression in the page. */
  public JsonNode evaluate(String expression) {
    JsonNode answer =
        page.send(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    assertThat(answer.has("exceptionDetails")).as("%s: %s", expression, answer).isFalse();
    return answer.path("result").path("value");
  }

  /** Waits until an expression in the page is true. */
  public void until(String expression) {
    await(expression, () -> evaluate(expression).asBoolean());
  }

  /** Moves the pointer to the middle of an element. */
  public void hover(String selector) {
    JsonNode box =
        evaluate(
            "(() => { const e = document.querySelector('%s'); e.scrollIntoView({block: 'center'});"
                    .formatted(selector)
                + " const b = e.getBoundingClientRect();"
                + " return [b.left + b.width / 2, b.top + b.height / 2]; })()");
    page.send(
        "Input.dispatchMouseEvent",
        Map.of("type", "mouseMoved", "x", box.get(0).asDouble(), "y", box.get(1).asDouble()));
  }

  /** Chooses an option of a select. */
  public void choose(String selector, String option) {
    evaluate(
        "(() => { const e = document.querySelector('%s'); e.value = '%s';"
                .formatted(selector, option)
            + " e.dispatchEvent(new Event('change', {bubbles: true})); })()");
  }

  /** Drags a slider's thumb from one share of its width to another, with the mouse. */
  public void drag(String selector, double from, double to) {
    JsonNode box =
        evaluate(
            "(() => { const e = document.querySelector('%s'); e.scrollIntoView({block: 'center'});"
                    .formatted(selector)
                + " const b = e.getBoundingClientRect();"
                + " return [b.left, b.width, b.top + b.height / 2]; })()");
    mouse("mousePressed", box, from);
    for (double share : List.of((2 * from + to) / 3, (from + 2 * to) / 3, to)) {
      mouse("mouseMoved", box, share);
    }
    mouse("mouseReleased", box, to);
  }

  private void mouse(String type, JsonNode box, double share) {
    page.send(
        "Input.dispatchMouseEvent",
        Map.of(
            "type",
            type,
            "x",
            box.get(0).asDouble() + share * box.get(1).asDouble(),
            "y",
            box.get(2).asDouble(),
            "button",
            "left",
            "buttons",
            1,
            "clickCount",
            1));
  }

  /** Presses a key that the focused element gets. */
  public void press(String key, int code) {
    for (String type : List.of("keyDown", "keyUp")) {
      page.send(
          "Input.dispatchKeyEvent",
          Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
    }
  }

  /** Clicks a button and reads the file that it saves. */
  public String saved(String selector) throws IOException {
    try (var before = Files.list(downloads)) {
      for (Path old : before.toList()) {
        Files.delete(old);
      }
    }
    evaluate("document.querySelector('" + selector + "').click()");
    await("a saved file", () -> finished().isPresent());
    return Files.readString(finished().orElseThrow());
  }

  private Optional<Path> finished() {
    try (var files = Files.list(downloads)) {
      return files
          .filter(f -> !f.toString().endsWith(".crdownload") && f.toFile().length() > 0)
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Keeps a picture of the page. */
  public void screenshot(Path png) throws IOException {
    JsonNode answer = page.send("Page.captureScreenshot", Map.of("format", "png"));
    Files.createDirectories(png.toAbsolutePath().getParent());
    Files.write(png, Base64.getDecoder().decode(answer.path("data").asString()));
  }

  /** What the page complained about since it was opened. */
  public List<String> complaints() {
    return page.complaints();
  }

  /** Everything that the page asked for since it was opened. */
  public List<String> requests() {
    return page.requests();
  }

  private static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within %s: %s", DEADLINE, what).isLessThan(deadline);
      try {
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while waiting for " + what, e);
      }
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    page.close();
    end(process);
    http.close();
  }
}
