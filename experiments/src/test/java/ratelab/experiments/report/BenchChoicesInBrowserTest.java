package ratelab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.analysis.WindowFinding;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.RangeFunction;
import ratelab.experiments.rate.RangeModifier;
import ratelab.experiments.rate.RangeQuery;
import ratelab.experiments.rate.RateModel;
import ratelab.experiments.rate.Steps;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.report.browser.Chromium;

/**
 * What a reader chooses or drags in a real browser, against the model; the run is ten times as
 * fast.
 */
class BenchChoicesInBrowserTest {
  private static final Recording RUN = SampleRuns.fast();
  private static final int SPEED = 10;
  private static @Nullable BenchPage page;

  @BeforeAll
  static void open_a_browser() throws Exception {
    page = BenchPage.of(RUN);
    browser().show(BenchPage.WIDTH, BenchPage.HEIGHT, false);
  }

  @AfterEach
  void the_page_complained_of_nothing() {
    assertThat(browser().complaints()).isEmpty();
  }

  @AfterAll
  static void close_the_browser() {
    if (page != null) {
      page.close();
    }
  }

  @ParameterizedTest(name = "{0} {1} over {2} as in {3}")
  @CsvSource({
    "DERIV,    PLAIN,    NANOSECONDS, V2_42, '#w=30s&e=5s&f=deriv&p='",
    "INCREASE, PLAIN,    TICKS,       V3,    '#w=30s&e=5s&f=increase&d=3&c=ticks&p='",
    "RATE,     ANCHORED, NANOSECONDS, V3,    '#w=30s&e=5s&f=rate-anchored&d=3&p='",
    "DELTA,    SMOOTHED, TICKS,       V3,    '#w=30s&e=5s&f=delta-smoothed&d=3&c=ticks&p='",
    "IRATE,    PLAIN,    TICKS,       V2_54, '#w=30s&e=5s&f=irate&d=2.54&c=ticks&p='",
  })
  void a_choice_changes_the_curve_and_its_link_restores_it(
      RangeFunction function,
      RangeModifier modifier,
      CpuCounter counter,
      Dialect dialect,
      String link)
      throws Exception {
    String suffix = modifier == RangeModifier.PLAIN ? "" : "-" + modifier.word();
    String shown = modifier == RangeModifier.PLAIN ? "" : " " + modifier.word();
    String name = function.promQl() + "[30s]" + shown;
    String expected =
        SavedCurves.csv(
            name, List.of(curve(function, modifier, counter, dialect, Duration.ofMillis(500))));

    page().open("#w=30s&p=");
    browser().choose("#bench-function", function.promQl() + suffix);
    browser().choose("#bench-dialect", dialect.name());
    browser().choose("#bench-counter", counter.name().toLowerCase(Locale.ROOT));
    browser().choose("#bench-step", "5s");

    browser().until("location.hash === '" + link + "'");
    assertThat(page().text("#bench-title")).isEqualTo(name);
    assertThat(browser().saved("#bench-save-curves")).isEqualTo(expected);

    page().open(link);

    assertThat(page().value("#bench-function")).isEqualTo(function.promQl() + suffix);
    assertThat(page().value("#bench-dialect")).isEqualTo(dialect.name());
    assertThat(page().value("#bench-step")).isEqualTo("5s");
    assertThat(browser().saved("#bench-save-curves")).isEqualTo(expected);
  }

  @Test
  void a_window_that_is_dragged_changes_the_curve() throws Exception {
    page().open("#w=30s&p=");
    browser().drag("#bench-window", 0.3, 0.5);

    Duration window = nominal("#bench-window-exact");
    assertThat(window).isGreaterThan(Duration.ofSeconds(45)).isLessThan(Duration.ofMinutes(3));
    assertThat(browser().saved("#bench-save-curves"))
        .isEqualTo(
            nanoseconds(
                "rate[" + page().value("#bench-window-exact") + "]",
                Resampled.windows(RUN, List.of(window.dividedBy(SPEED)))));
  }

  @Test
  void an_interval_and_a_phase_that_are_dragged_are_another_scraper() throws Exception {
    page().open("#w=1m&s=15s&phi=0s&p=");
    browser().drag("#bench-scrape", 0.25, 0.4);
    browser().drag("#bench-phase", 0.1, 0.6);

    Duration interval = nominal("#bench-scrape-exact");
    Duration phase = nominal("#bench-phase-exact");
    assertThat(interval).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(28));
    assertThat(phase).isBetween(interval.dividedBy(3), interval);
    assertThat(browser().saved("#bench-save-curves"))
        .isEqualTo(
            nanoseconds(
                "rate[1m]",
                Resampled.at(
                    Resampled.windows(RUN, List.of(Duration.ofSeconds(6))),
                    interval.dividedBy(SPEED),
                    phase.dividedBy(SPEED))));
  }

  private static Curve curve(
      RangeFunction function,
      RangeModifier modifier,
      CpuCounter counter,
      Dialect dialect,
      Duration step) {
    return new RateModel(dialect)
        .curve(
            new RangeQuery(
                counter.metric(),
                RUN.info().targetGroup(),
                function,
                Duration.ofSeconds(3),
                modifier),
            RUN.series(),
            new Steps(RUN.marks().idleStartMillis(), RUN.marks().endMillis(), step));
  }

  private static String nanoseconds(String name, Recording run) {
    WindowFinding finding = Analyst.analyse(run).windows().getFirst();
    return SavedCurves.csv(name, List.of(finding.nanos()));
  }

  /** A duration as a control says it, such as 1m30s. */
  private static Duration nominal(String selector) {
    return Duration.parse("PT" + page().value(selector).toUpperCase(Locale.ROOT));
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
}
