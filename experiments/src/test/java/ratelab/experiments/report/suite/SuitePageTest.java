package ratelab.experiments.report.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.report.page.Section;

class SuitePageTest {
  private static final SuiteEntry SEED =
      entry("seed", "node", "backlog", "backlog", Status.PASS, "", "seed-node/report.html");
  private static final SuiteEntry RESTART =
      entry("decay", "restart", "restart", "window only", Status.FAIL, "CPU went on.", "");

  @Test
  void every_run_is_a_row_with_its_cause_forecast_observation_and_verdict() {
    assertThat(page(List.of(SEED, RESTART), List.of()))
        .containsSubsequence(
            "1 of 2 runs behaved as forecast.",
            "<th scope=\"col\">Cause named</th>",
            "<a href=\"seed-node/report.html\">seed</a>",
            "<span class=\"why\">node</span>",
            "backlog",
            "72.5 s ± 1.5 s",
            "71.9 s",
            "✓ PASS",
            "<b>decay</b>",
            "CPU went on.",
            "✗ FAIL");
  }

  @Test
  void causes_named_are_counted_against_the_true_ones() {
    assertThat(page(List.of(SEED, SEED, RESTART), List.of()))
        .contains("2 of 3 causes were named rightly")
        .containsSubsequence(
            "<td data-label=\"True cause\">\n<span>backlog</span>",
            "<td class=\"pass\" data-label=\"named: backlog\">\n<span>2</span>",
            "<td data-label=\"named: window only\">\n<span>·</span>",
            "<td data-label=\"True cause\">\n<span>restart</span>",
            "<td data-label=\"named: backlog\">\n<span>·</span>",
            "<td class=\"fail\" data-label=\"named: window only\">\n<span>1</span>");
  }

  @Test
  void a_wrong_cause_where_it_was_to_be_left_open_counts_as_wrong() {
    PlayedRun doubtful = SimulatedRuns.played("scrape-health/failing-scrapes");
    PlayedRun misjudged =
        new PlayedRun(doubtful.recording(), SimulatedRuns.played("seed").analysis(), "");

    SuiteEntry entry = RunEntry.of(misjudged);
    assertThat(entry.namedCause()).isEqualTo("backlog");
    assertThat(entry.leftOpen()).isFalse();
    assertThat(page(List.of(entry), List.of())).contains("0 of 1 causes were named rightly");
  }

  @Test
  void a_cause_that_is_left_open_on_purpose_counts_as_no_wrong_one() {
    SuiteEntry doubtful = RunEntry.of(SimulatedRuns.played("scrape-health/failing-scrapes"));
    SuiteEntry sound = RunEntry.of(SimulatedRuns.played("scrape-health/prometheus-restarted"));

    assertThat(doubtful.trueCause()).isEmpty();
    assertThat(doubtful.leftOpen()).isTrue();
    assertThat(page(List.of(doubtful, sound), List.of()))
        .contains(
            "<p>1 of 1 causes were named rightly, from samples, load marks and load counts"
                + " alone.</p>",
            "<p>1 left open on purpose: the samples that tell the cause are in doubt there.</p>");
    assertThat(page(List.of(doubtful), List.of()))
        .contains("1 left open on purpose")
        .doesNotContain("were named rightly", "True cause");
  }

  @Test
  void a_run_that_is_about_no_drain_tells_what_its_verdicts_tell() {
    SuiteEntry shortLived = RunEntry.of(SimulatedRuns.played("short-lived/half"));
    SuiteEntry windows = RunEntry.of(SimulatedRuns.played("windows/up-to-a-minute"));

    assertThat(shortLived.forecast())
        .containsExactly(
            "CPU of children that the nanosecond counter misses: 74.8 %",
            "CPU of children that the tick counter misses: 74.8 %");
    assertThat(shortLived.observed())
        .containsExactly(
            "73.2 % of 15.00 s by their own reading", "73.5 % of 15.00 s by their own reading");
    assertThat(windows.forecast()).containsExactly("13 statements, each as derived");
    assertThat(windows.observed()).containsExactly("13 hold, 0 do not, 0 left open");
  }

  @Test
  void an_experiment_as_a_whole_has_its_section_between_runs_and_causes() {
    Section burn = new Section("burn", "How wrong <each> counter was", Section.paragraph("0 %"));

    assertThat(
            SuitePage.render(
                new Suite("suite", "local lab", List.of(SEED), List.of(burn), List.of())))
        .containsSubsequence("id=\"runs\"", "How wrong &lt;each&gt; counter was", "id=\"causes\"");
  }

  @Test
  void who_is_turned_away_is_not_among_the_answered() {
    SuiteEntry cured = RunEntry.of(SimulatedRuns.played("cures/bounded-queue"));

    assertThat(cured.forecast()).containsExactly("drain 0.0 s, 14 answered, 136 turned away");
    assertThat(cured.observed())
        .startsWith("drain 0.0 s, 14 answered, 136 turned away", "0 of 14 worked off for nobody");
    assertThat(RunEntry.of(SimulatedRuns.played("cures/more-threads")).observed())
        .startsWith("drain 0.0 s, 150 answered");
  }

  @Test
  void what_could_not_be_played_is_listed_and_nothing_played_is_no_pass() {
    assertThat(page(List.of(), List.of("go is not on PATH")))
        .contains("Nothing was played.", "? INCONCLUSIVE", "<li>go is not on PATH</li>");
  }

  @Test
  void the_page_has_no_script_and_allows_none() {
    assertThat(page(List.of(SEED), List.of()))
        .contains("default-src &#39;none&#39;; style-src &#39;sha256-")
        .doesNotContain("<script", "script-src", "http://", "https://");
  }

  @Test
  void texts_can_not_become_markup_and_links_lead_nowhere_else() {
    assertThat(page(List.of(entry("<b>", "", "", "", Status.PASS, "", "")), List.of()))
        .contains("&lt;b&gt;", "not known");
    assertThatThrownBy(() -> entry("seed", "", "", "", Status.PASS, "", "javascript:alert(1)"))
        .hasMessage(
            "The report 'javascript:alert(1)' must be a path relative to the combined report");
  }

  private static String page(List<SuiteEntry> entries, List<String> absent) {
    return SuitePage.render(
        new Suite("ratelab suite", "local lab, speed 10", entries, List.of(), absent));
  }

  private static SuiteEntry entry(
      String experiment,
      String variant,
      String trueCause,
      String namedCause,
      Status status,
      String reason,
      String report) {
    return new SuiteEntry(
        experiment,
        variant,
        trueCause,
        namedCause,
        false,
        List.of("72.5 s ± 1.5 s"),
        List.of("71.9 s"),
        status,
        reason,
        report);
  }
}
