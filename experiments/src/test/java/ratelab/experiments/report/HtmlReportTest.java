package ratelab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.analysis.Verdict;
import ratelab.experiments.recording.Recording;

class HtmlReportTest {
  private static final Pattern SECTION =
      Pattern.compile("<section class=\"card\" id=\"([a-z-]+)\">");

  @Test
  void the_same_run_gives_the_same_bytes_in_every_locale() {
    Recording run = SampleRuns.fast();
    Analysis analysis = Analyst.analyse(run);
    String page = HtmlReport.render(analysis, run);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(HtmlReport.render(analysis, run).equals(page)).isTrue();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void the_page_asks_for_nothing_from_elsewhere() {
    Recording run = SampleRuns.fast();
    String page = HtmlReport.render(Analyst.analyse(run), run);

    assertThat(page)
        .contains("default-src &#39;none&#39;; style-src &#39;sha256-")
        .doesNotContain("<link", "<img", "@import", "url(", "src=\"", " style=\"", "fetch(");
    assertThat(page.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http://", "https://");
  }

  @Test
  void sections_follow_the_questions_a_reader_has() {
    Recording run = SampleRuns.fast();
    String page = HtmlReport.render(Analyst.analyse(run), run);

    assertThat(SECTION.matcher(page).results().map(r -> r.group(1)))
        .containsExactly(
            "curves",
            "counters",
            "original",
            "requests",
            "verdicts",
            "forecasts",
            "worked-off",
            "quality",
            "oracle",
            "speed",
            "versions",
            "reading");
  }

  @Test
  void text_from_a_recording_can_not_become_markup() {
    String evil = "</script><script>alert(1)</script>";
    Verdict verdict = new Verdict(evil, evil, evil, evil, Status.FAIL, evil);
    Analysis analysis = SmallRun.analysis(SmallRun.returned(), List.of(evil), List.of(verdict));

    assertThat(HtmlReport.render(analysis, SmallRun.recording()))
        .contains("&lt;/script&gt;&lt;script&gt;alert(1)")
        .doesNotContain("alert(1)</script>");
  }

  @Test
  void a_curve_that_did_not_return_has_no_bar_and_says_so() {
    Analysis analysis = SmallRun.analysis(SmallRun.lost(), List.of(), List.of(SmallRun.unseen()));

    assertThat(HtmlReport.render(analysis, SmallRun.recording()))
        .contains("Not back in the idle band for a whole window while the recording ran.")
        .contains("<span class=\"badge inconclusive\">? INCONCLUSIVE</span>")
        .doesNotContain("Seconds from the load&#39;s end to the return");
  }

  @Test
  void problems_come_before_the_answer() {
    Analysis analysis =
        SmallRun.analysis(SmallRun.returned(), List.of("Restart the exporter."), List.of());

    assertThat(HtmlReport.render(analysis, SmallRun.recording()))
        .containsSubsequence(
            "This run can not be judged", "<li>Restart the exporter.</li>", "<h1>");
  }

  @Test
  void gaps_are_null_in_the_data_of_the_page() {
    Analysis analysis = SmallRun.analysis(SmallRun.returned(), List.of(), List.of());

    assertThat(HtmlReport.render(analysis, SmallRun.recording()))
        .contains("{\"name\":\"rate()\",\"x\":[0.0,1.0,2.0],\"y\":[0.5,null,1.0]}");
  }

  @Test
  void all_files_are_written_into_the_run_directory(@TempDir Path directory) throws IOException {
    Recording run = SampleRuns.fast();
    Path target = directory.resolve("run");
    ReportFiles.Written written = ReportFiles.write(target, Analyst.analyse(run), run);

    try (Stream<Path> files = Files.list(target)) {
      assertThat(files.map(p -> p.getFileName().toString()).sorted())
          .containsExactly(
              "causes.svg",
              "counter-nanoseconds.svg",
              "counter-raw.svg",
              "counter-ticks.svg",
              "junit.xml",
              "memory.svg",
              "naive-rate.svg",
              "rate-1m.svg",
              "rate-30s.svg",
              "report.html",
              "requests.svg",
              "return-30s.svg",
              "verdicts.json");
    }
    assertThat(written.report()).hasContent(HtmlReport.render(Analyst.analyse(run), run).strip());
    assertThat(written.figures()).hasSize(10);
    assertThat(Files.readString(target.resolve("rate-30s.svg")))
        .startsWith("<svg class=\"drawing titled\" xmlns=\"http://www.w3.org/2000/svg\"")
        .doesNotContain("var(--");
  }
}
