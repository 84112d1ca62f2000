package ratelab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.analysis.WindowFinding;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.report.browser.Chromium;
import ratelab.experiments.report.wording.Wording;
import tools.jackson.databind.JsonNode;

/** The page, opened from its file in a real browser, against what Java computes. */
class BenchInBrowserTest {
  private static final Recording RUN = SampleRuns.fast();
  private static final int RIGHT = 39;
  private static @Nullable BenchPage page;

  @BeforeAll
  static void open_a_browser() throws Exception {
    page = BenchPage.of(RUN);
  }

  @BeforeEach
  void a_page_of_1000_pixels() {
    browser().show(BenchPage.WIDTH, BenchPage.HEIGHT, false);
  }

  @AfterEach
  void the_page_complained_of_nothing_and_asked_for_nothing() {
    assertThat(browser().complaints()).isEmpty();
    assertThat(browser().requests())
        .allMatch(r -> r.startsWith(page().url()) || r.startsWith("blob:"));
  }

  @AfterAll
  static void close_the_browser() {
    if (page != null) {
      page.close();
    }
  }

  @Test
  void the_page_begins_with_the_reports_own_view() throws Exception {
    page().open("");

    WindowFinding finding = Analyst.analyse(RUN).windows().getFirst();
    browser().screenshot(Path.of("target", "page", "bench.png"));
    assertThat(page().text("#bench-title")).isEqualTo("rate[30s]");
    assertThat(page().text("#bench-back")).isEqualTo(back(RUN, finding));
    assertThat(page().text("#bench-visible")).isEqualTo("100.0 %");
    assertThat(visible(".static figure")).isFalse();
  }

  @Test
  void a_link_restores_a_view_and_its_curve_is_javas_to_the_last_bit() throws Exception {
    page().open("#w=45s&s=20s&phi=5s&p=2m");

    Recording other =
        Resampled.at(
            Resampled.windows(RUN, List.of(Duration.ofMillis(4500), Duration.ofSeconds(12))),
            Duration.ofSeconds(2),
            Duration.ofMillis(500));
    List<WindowFinding> findings = Analyst.analyse(other).windows();
    assertThat(page().text("#bench-title")).isEqualTo("rate[45s]");
    assertThat(page().value("#bench-scrape-exact")).isEqualTo("20s");
    assertThat(page().value("#bench-phase-exact")).isEqualTo("5s");
    assertThat(page().text("#bench-back")).isEqualTo(back(other, findings.getFirst()));
    assertThat(browser().saved("#bench-save-curves"))
        .isEqualTo(csv("rate[45s],rate[2m]", findings));
  }

  @Test
  void a_control_that_is_moved_by_keyboard_changes_curve_numbers_and_address() throws Exception {
    page().open("#w=30s&p=");
    String before = browser().saved("#bench-save-curves");
    double top = browser().evaluate(top()).asDouble();
    browser().evaluate("document.querySelector('#bench-window').focus()");
    browser().press("ArrowRight", RIGHT);
    browser().until("document.querySelector('#bench-title').textContent === 'rate[31s]'");

    List<WindowFinding> findings =
        Analyst.analyse(Resampled.windows(RUN, List.of(Duration.ofMillis(3100)))).windows();
    assertThat(page().text("#bench-back")).isEqualTo(back(RUN, findings.getFirst()));
    assertThat(browser().saved("#bench-save-curves"))
        .isEqualTo(csv("rate[31s]", findings))
        .isNotEqualTo(before);
    browser().until("location.hash === '#w=31s&p='");
    assertThat(browser().evaluate(top()).asDouble()).as("no layout jump").isEqualTo(top);
  }

  @Test
  void a_window_under_two_scrapes_has_gaps_and_a_warning() throws Exception {
    page().open("#w=20s&p=");

    assertThat(page().text("#bench-visible")).isEqualTo("33.3 %");
    assertThat(page().text("#bench-warnings")).contains("W < 2S", "Take a window of 1m or more");
    assertThat(browser().saved("#bench-save-curves").lines().filter(l -> l.endsWith(",")).count())
        .as("points without a value")
        .isGreaterThan(500);
    assertThat(browser().saved("#bench-save-table"))
        .startsWith("query,visible_share,seen_share,")
        .contains("rate[20s],0.3333333333333333,0.3");
  }

  @Test
  void a_view_of_nothing_says_so_and_draws_no_zero() throws Exception {
    page().open("#w=10s&p=");

    assertThat(page().text("#bench-curve")).contains("no data");
    assertThat(page().text("#bench-back")).isEqualTo("not seen");
    assertThat(browser().saved("#bench-save-curves").lines().skip(1))
        .allMatch(line -> line.endsWith(","));
  }

  @Test
  void pointing_at_one_chart_reads_all_of_them_at_the_same_instant() {
    page().open("");
    browser().show(1000, 6000, false);
    browser().hover("#bench-curve svg");

    JsonNode instants =
        browser()
            .evaluate(
                "[...document.querySelectorAll('.readout')].filter((r) => !r.hidden)"
                    + ".map((r) => r.firstChild.textContent.split(' ')[0])");
    List<String> all = new ArrayList<>();
    instants.forEach(i -> all.add(i.asString()));
    assertThat(all).hasSizeGreaterThanOrEqualTo(6).containsOnly(all.getFirst());
  }

  @Test
  void a_saved_chart_is_a_drawing_that_stands_alone() throws Exception {
    page().open("");

    assertThat(browser().saved("#bench-save-svg"))
        .startsWith("<svg class=\"drawing drawn\" xmlns=\"http://www.w3.org/2000/svg\"")
        .contains("<style>.drawing", "rate[30s]", "idle band")
        .doesNotContain("var(--", "class=\"hair\"");
  }

  @Test
  void on_a_phone_nothing_is_wider_than_the_screen_and_nothing_moves_as_the_page_comes()
      throws Exception {
    browser().show(480, 900, true);
    page().open("");
    browser().screenshot(Path.of("target", "page", "bench-on-a-phone-in-the-dark.png"));

    assertThat(browser().evaluate("document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(480);
    assertThat(
            browser()
                .evaluate(
                    "new Promise((done) => new PerformanceObserver((list) => done(list.getEntries()"
                        + ".reduce((sum, e) => sum + e.value, 0)))"
                        + ".observe({type: 'layout-shift', buffered: true}) ?? setTimeout(() =>"
                        + " done(0), 300))")
                .asDouble())
        .isCloseTo(0, within(0.02));
  }

  @Test
  void without_a_script_the_figures_of_the_report_are_there() {
    browser().allowScripts(false);
    try {
      page().open("");
      assertThat(visible("#bench")).isFalse();
      assertThat(visible(".static figure")).isTrue();
    } finally {
      browser().allowScripts(true);
    }
  }

  @Test
  void every_control_has_a_name() {
    page().open("");

    assertThat(
            browser()
                .evaluate(
                    "[...document.querySelectorAll('#bench input, #bench select, #bench"
                        + " button')].filter((e) => !e.ariaLabel && !e.textContent.trim() &&"
                        + " !e.labels?.length).map((e) => e.id).join()")
                .asString())
        .isEmpty();
  }

  private static BenchPage page() {
    if (page == null) {
      throw new IllegalStateException("no browser");
    }
    return page;
  }

  private static Chromium browser() {
    return page().browser();
  }

  private static boolean visible(String selector) {
    return browser()
        .evaluate("document.querySelector('" + selector + "').getClientRects().length > 0")
        .asBoolean();
  }

  private static String top() {
    return "document.querySelector('#bench-warnings').getBoundingClientRect().top"
        + " + document.documentElement.scrollTop";
  }

  private static String back(Recording run, WindowFinding finding) {
    return Wording.seconds(
        Duration.ofMillis(finding.returnMillis().orElseThrow() - run.marks().loadEndMillis()));
  }

  private static String csv(String names, List<WindowFinding> findings) {
    return SavedCurves.csv(names, findings.stream().map(WindowFinding::nanos).toList());
  }
}
