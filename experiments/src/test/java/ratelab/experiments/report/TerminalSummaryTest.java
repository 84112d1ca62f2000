package ratelab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Analyst;
import ratelab.experiments.recording.Recording;

class TerminalSummaryTest {
  private static final Path REPORT = Path.of("run", "report.html");

  @Test
  void the_answer_comes_first_and_the_report_last() {
    Analysis analysis =
        SmallRun.analysis(
            SmallRun.returned(), List.of(), List.of(SmallRun.passed(), SmallRun.failed()));

    assertThat(TerminalSummary.render(analysis, SmallRun.recording(), REPORT, false))
        .isEqualTo(
            """
            FAIL  seed, local lab, speed 1
            The curve was back 712.1 s after the load ended.

            Window 30s:
            %s
            █ 711.0 s drain (less 13.9 s: the last CPU was counted before the work's end)   ░ 15.0 s rate window

            Verdict       Expectation                                   Forecast              Observed
            PASS          drain as forecast                             711.0 s               711.4 s
                          tolerance: ± 15.0 s
            FAIL          answered <as> forecast                        9                     20
                          tolerance: ± 2
                          More "clients" waited.

            Report: %s
            """
                .formatted("█".repeat(100), REPORT));
  }

  @Test
  void problems_and_a_curve_that_did_not_return() {
    Analysis analysis =
        SmallRun.analysis(
            SmallRun.lost(), List.of("12 scrapes failed; look at logs/exporter.log."), List.of());

    assertThat(TerminalSummary.render(analysis, SmallRun.recording(), REPORT, false))
        .startsWith(
            """
            INCONCLUSIVE  seed, local lab, speed 1
            The curve was back 712.1 s after the load ended.
            ! 12 scrapes failed; look at logs/exporter.log.

            Verdict\
            """);
  }

  @Test
  void a_real_summary_fits_100_columns_and_is_coloured_only_when_asked() {
    Recording run = SampleRuns.original();
    Analysis analysis = Analyst.analyse(run);
    String plain = TerminalSummary.render(analysis, run, REPORT, false);
    String coloured = TerminalSummary.render(analysis, run, REPORT, true);

    assertThat(plain.lines())
        .allMatch(line -> line.length() <= 100)
        .noneMatch(TerminalSummaryTest::hasEscape);
    assertThat(coloured.lines()).anyMatch(TerminalSummaryTest::hasEscape);
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  private static boolean hasEscape(String line) {
    return line.indexOf('\u001b') >= 0;
  }
}
