package ratelab.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ratelab.exporter.browser.Browser;
import tools.jackson.databind.JsonNode;

/** The page as its users see it: a real browser, a real exporter, real busy processes. */
@Timeout(120)
class LivePageInBrowserTest {
  private static final String MARKER = "page-" + UUID.randomUUID();
  private static final String HOSTILE = "<img src=x onerror=alert(1)></script>\"'&amp;\u202e";
  private static final String BUSY = "while :; do :; done";
  private static final String NOW_AND_THEN =
      "while read -t 0.2 x || :; do for ((i = 0; i < 4000; i++)); do :; done; done";
  private static final String IDLE = "sleep 1000 & sleep 1000 & sleep 1000 & read x";
  private static final String NAMES =
      "[...document.querySelectorAll('.group .name span')].map(name => name.textContent)";
  private static final String FIRST = "document.querySelector('.group .name span')?.textContent";
  private static final Path PICTURES = Path.of("target", "page");

  @TempDir private static Path directory;
  private static final List<LiveProcess> PROCESSES = new ArrayList<>();
  private static Browser browser;
  private static LiveProcess busiest;

  private Exporter exporter;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.start();
    busiest = LiveProcess.bash(MARKER + ":batch", BUSY);
    PROCESSES.add(busiest);
    PROCESSES.add(LiveProcess.bash(MARKER + ":web", NOW_AND_THEN));
    PROCESSES.add(LiveProcess.bash(MARKER + ":database", IDLE));
    PROCESSES.add(LiveProcess.bash(MARKER + ":" + HOSTILE, IDLE));
  }

  @AfterAll
  static void stop() {
    PROCESSES.forEach(LiveProcess::close);
    if (browser != null) browser.close();
  }

  @BeforeEach
  void serve() throws Exception {
    exporter =
        exporter("process_names: [{name: '{{.Matches.Name}}', cmdline: ['%s:(?P<Name>.*)']}]");
    browser.look(1200, 620, "light");
  }

  @AfterEach
  void end() {
    exporter.close();
    browser.open("about:blank");
  }

  @Test
  void the_busiest_is_on_top_within_three_seconds_of_opening_the_page() {
    open("");
    browser.await(
        "performance.now() > 0 && " + FIRST + " === 'batch' && " + cores("batch") + " > 0.2");
    assertThat(browser.evaluate("performance.now()").asDouble()).isLessThan(3000);
    browser.await(cores("web") + " > 0");
    assertThat(names()).startsWith("batch", "web").hasSize(4);
    assertThat(text("database", 3)).matches("[0-9.]+ ?[KM]iB");
    assertThat(text("database", 4)).isEqualTo("4");
  }

  @Test
  void the_curve_of_the_last_minutes_begins_when_the_page_opens() {
    open("");
    browser.await("document.querySelector('.group .line-stroke')?.getAttribute('d').length > 5");
  }

  @Test
  void a_click_on_a_column_sorts_by_it_and_a_second_one_turns_the_order() {
    open("");
    browser.await(cores("batch") + " > 0");
    browser.click("th:nth-child(5) button");
    assertThat(names()).endsWith("batch", "web");
    assertThat(sorted()).isEqualTo("Processes descending");
    browser.click("th:nth-child(5) button");
    assertThat(names()).startsWith("batch", "web");
    assertThat(sorted()).isEqualTo("Processes ascending");
    assertThat(browser.evaluate("location.hash").asString()).isEqualTo("#sort=processes");
    browser.click("th:nth-child(1) button");
    assertThat(names()).containsExactly(HOSTILE, "batch", "database", "web");
  }

  @Test
  void everything_works_with_the_keyboard_alone() {
    open("");
    browser.await(cores("batch") + " > 0");
    browser.press("/");
    browser.press("DATA");
    assertThat(names()).containsExactly("database");
    assertThat(browser.evaluate("document.querySelector('mark').textContent").asString())
        .isEqualTo("data");
    browser.press("Escape");
    assertThat(names()).hasSize(4);
    browser.press("ArrowDown");
    assertThat(focused()).isEqualTo("batch");
    browser.press("ArrowDown", "ArrowDown", "ArrowUp", "Enter");
    assertThat(focused()).isEqualTo("web");
    assertThat(expanded()).isEqualTo("true");
    browser.press("ArrowLeft");
    assertThat(expanded()).isEqualTo("false");
    browser.press("ArrowUp", "ArrowUp");
    assertThat(browser.evaluate("document.activeElement.id").asString()).isEqualTo("filter");
    browser.press("Tab", "Tab", "Enter");
    assertThat(sorted()).isEqualTo("CPU, cores ascending");
    browser.press("Tab", "Tab", "Enter");
    assertThat(sorted()).isEqualTo("Memory descending");
  }

  @Test
  void an_opened_group_shows_its_processes_and_what_each_uses() {
    open("");
    browser.await(FIRST + " === 'batch'");
    browser.click(".group td");
    String pid = "document.querySelector('.inside tbody td')?.textContent";
    browser.await(pid + " === '" + busiest.pid() + "'");
    browser.await("+document.querySelector('.inside td.cpu')?.textContent > 0.2");
    assertThat(browser.evaluate("document.querySelector('.inside td.what').textContent").asString())
        .contains("bash", BUSY, MARKER + ":batch");
    browser.click(".group td");
    browser.await("!document.querySelector('.inside')");
  }

  @Test
  void a_hostile_name_is_only_text() {
    open("");
    browser.await("document.querySelectorAll('.group').length === 4");
    assertThat(names()).contains(HOSTILE);
    assertThat(browser.evaluate("document.querySelectorAll('img, script').length").asInt()).isOne();
    int row = names().indexOf(HOSTILE) + 1;
    browser.click(".group:nth-child(" + row + ") td");
    browser.await("document.querySelectorAll('.inside tbody tr').length === 4");
    assertThat(browser.problems()).isEmpty();
  }

  @Test
  void the_order_is_held_while_the_mouse_or_the_focus_is_on_the_rows() throws Exception {
    open("#sort=-processes");
    browser.await("document.querySelectorAll('.group').length === 4");
    browser.hover(".group:nth-child(2) td");
    List<String> before = names();
    try (LiveProcess forking = LiveProcess.bash(MARKER + ":batch", IDLE + "; " + IDLE)) {
      browser.await("+" + cell("batch", 4) + " > 4");
      assertThat(forking.pid()).isPositive();
      assertThat(names()).isEqualTo(before);
      assertThat(before.getFirst()).isNotEqualTo("batch");
      browser.pointAway();
      browser.await(FIRST + " === 'batch'");
    }
  }

  @Test
  void nothing_is_fetched_while_the_tab_is_hidden() {
    open("");
    browser.await(cores("batch") + " > 0");
    browser.evaluate(
        "Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true});"
            + " document.dispatchEvent(new Event('visibilitychange'));"
            + " performance.clearResourceTimings(); window.hiddenAt = performance.now()");
    browser.await("performance.now() - hiddenAt > 2500");
    assertThat(browser.evaluate("performance.getEntriesByType('resource').length").asInt())
        .isZero();
    browser.evaluate(
        "delete document.visibilityState; document.dispatchEvent(new Event('visibilitychange'))");
    browser.await("performance.getEntriesByType('resource').length > 1");
  }

  @Test
  void an_exporter_that_ends_and_returns_is_noticed() throws Exception {
    open("");
    browser.await("document.querySelectorAll('.group').length === 4");
    exporter.close();
    browser.await("!document.getElementById('alarm').hidden");
    assertThat(browser.evaluate("document.getElementById('alarm').textContent").asString())
        .startsWith("The exporter does not answer. The numbers below are from ");
    browser.screenshot(PICTURES.resolve("lost.png"));
    int port = URI.create(exporter.url()).getPort();
    exporter = exporter("process_names: [{comm: [bash], cmdline: ['%s']}]", port);
    browser.await("document.getElementById('alarm').hidden && " + FIRST + " === 'bash'");
  }

  @Test
  void a_lost_login_is_said() throws Exception {
    open("");
    browser.await("document.querySelectorAll('.group').length === 4");
    exporter.close();
    HttpServer refusing = refusing(URI.create(exporter.url()).getPort());
    try {
      browser.await("document.getElementById('alarm').innerText.startsWith('The login is lost.')");
      browser.await("!document.getElementById('reload').hidden");
    } finally {
      refusing.stop(0);
    }
  }

  /** What an exporter answers whose password was changed. */
  private static HttpServer refusing(int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(401, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  @Test
  void a_page_without_rules_or_groups_says_what_to_do() throws Exception {
    exporter.close();
    exporter = exporter("process_names: []");
    open("");
    browser.await("document.querySelector('#empty h2')");
    assertThat(browser.evaluate("document.querySelector('#empty').textContent").asString())
        .startsWith("Nothing is configured, so nothing is tracked");
    browser.screenshot(PICTURES.resolve("unconfigured.png"));
    exporter.close();
    exporter = exporter("process_names: [{comm: [no-such]}]");
    open("");
    browser.await("document.querySelector('#empty h2')");
    assertThat(browser.evaluate("document.querySelector('#empty').textContent").asString())
        .startsWith("No process belongs to a group yet");
    assertThat(browser.evaluate("document.getElementById('configured').textContent").asString())
        .isEqualTo("Grouped by 1 rule of " + directory.resolve("groups.yaml"));
    assertThat(browser.evaluate("document.getElementById('metrics').href").asString())
        .isEqualTo(exporter.url());
  }

  @Test
  void is_readable_on_a_phone_and_in_the_dark() throws Exception {
    open("");
    browser.await(cores("batch") + " > 0 && " + cores("web") + " > 0");
    browser.click(".group td");
    browser.pointAway();
    browser.await("document.querySelector('.inside tbody td.cpu')?.textContent > 0");
    browser.await("document.querySelector('.line-stroke')?.getAttribute('d').length > 20");
    browser.screenshot(PICTURES.resolve("light.png"));
    String paper = "getComputedStyle(document.body).backgroundColor";
    String light = browser.evaluate(paper).asString();
    browser.look(1200, 620, "dark");
    browser.screenshot(PICTURES.resolve("dark.png"));
    assertThat(browser.evaluate(paper).asString()).isNotEqualTo(light);
    for (String scheme : List.of("light", "dark")) {
      browser.look(390, 844, scheme);
      browser.screenshot(PICTURES.resolve("phone-" + scheme + ".png"));
      assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt()).isEqualTo(390);
    }
  }

  private static Exporter exporter(String config) throws Exception {
    return exporter(config, 0);
  }

  private static Exporter exporter(String config, int port) throws Exception {
    Path file = directory.resolve("groups.yaml");
    Files.writeString(file, config.formatted(MARKER));
    return Exporter.start(
        ExporterOptions.parse(
            List.of("-config.path=" + file, "-web.listen-address=127.0.0.1:" + port)),
        "1.2.3");
  }

  private void open(String hash) {
    browser.open(URI.create(exporter.url()).resolve("/") + hash);
  }

  private static List<String> names() {
    JsonNode names = browser.evaluate(NAMES);
    return StreamSupport.stream(names.spliterator(), false).map(JsonNode::asString).toList();
  }

  /** JavaScript for the text in a column of a group's row. */
  private static String cell(String group, int column) {
    return "[...document.querySelectorAll('.group')].find(row => row.row.id === '%s')?.children[%d].textContent"
        .formatted(group, column);
  }

  private static String cores(String group) {
    return cell(group, 1);
  }

  private static String text(String group, int column) {
    return browser.evaluate(cell(group, column)).asString();
  }

  private static String sorted() {
    return browser
        .evaluate(
            "[...document.querySelectorAll('[aria-sort]')].map(head =>"
                + " head.textContent + ' ' + head.getAttribute('aria-sort')).join()")
        .asString();
  }

  private static String focused() {
    return browser.evaluate("document.activeElement.textContent").asString();
  }

  private static String expanded() {
    return browser.evaluate("document.activeElement.getAttribute('aria-expanded')").asString();
  }
}
