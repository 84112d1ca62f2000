package ratelab.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import ratelab.experiments.analysis.Analysis;
import tools.jackson.databind.json.JsonMapper;

class VerdictFilesTest {
  @Test
  void junit_has_a_case_a_verdict_and_nothing_inconclusive_is_green() {
    Analysis analysis =
        SmallRun.analysis(
            SmallRun.returned(),
            List.of(),
            List.of(SmallRun.passed(), SmallRun.failed(), SmallRun.unseen()));

    assertThat(JunitXml.render(analysis, SmallRun.recording()))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="ratelab.seed" tests="3" failures="1" errors="1" skipped="0">
            <testcase classname="ratelab.seed" name="drain as forecast"/>
            <testcase classname="ratelab.seed" name="answered &lt;as&gt; forecast">
            <failure message="expected 9 (± 2), measured 20: More &quot;clients&quot; waited."/>
            </testcase>
            <testcase classname="ratelab.seed" name="rate[30s] returns">
            <error message="expected 1 s (none), measured not seen: Record longer."/>
            </testcase>
            </testsuite>
            """);
  }

  @Test
  void a_run_that_can_not_be_judged_is_an_error_in_junit_although_its_verdicts_passed() {
    Analysis analysis =
        SmallRun.analysis(
            SmallRun.returned(), List.of("Scrapes failed; look."), List.of(SmallRun.passed()));

    assertThat(JunitXml.render(analysis, SmallRun.recording()))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="ratelab.seed" tests="2" failures="0" errors="1" skipped="0">
            <testcase classname="ratelab.seed" name="the run can be judged">
            <error message="Scrapes failed; look."/>
            </testcase>
            <testcase classname="ratelab.seed" name="drain as forecast"/>
            </testsuite>
            """);
  }

  @Test
  void a_run_without_expectations_is_an_error_in_junit() {
    Analysis analysis = SmallRun.analysis(SmallRun.returned(), List.of(), List.of());

    assertThat(JunitXml.render(analysis, SmallRun.recording()))
        .contains(
            "tests=\"1\" failures=\"0\" errors=\"1\"",
            "<error message=\"The scenario expects nothing; give it an expectation.\"/>");
  }

  @Test
  void verdicts_json_is_what_formats_md_shows() throws IOException {
    Analysis analysis =
        SmallRun.analysis(SmallRun.returned(), List.of(), List.of(SmallRun.passed()));
    Matcher shown =
        Pattern.compile("### verdicts.json\n\n```json\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("docs/formats.md")));
    assertThat(shown.find()).isTrue();

    JsonMapper json = JsonMapper.shared();
    assertThat(json.readTree(VerdictsJson.render(analysis, SmallRun.recording())))
        .isEqualTo(json.readTree(shown.group(1)));
  }

  @Test
  void verdicts_json_says_all_that_was_judged() {
    Analysis analysis =
        SmallRun.analysis(SmallRun.returned(), List.of(), List.of(SmallRun.unseen()));

    assertThat(VerdictsJson.render(analysis, SmallRun.recording()))
        .isEqualTo(
            """
            {
              "format" : 1,
              "run" : "run-1",
              "scenario" : "seed",
              "speed" : 1.0,
              "status" : "inconclusive",
              "cause" : "backlog",
              "answer" : "The curve was back 712.1 s after the load ended.",
              "problems" : [ ],
              "remarks" : [ ],
              "decays" : [ {
                "windowSeconds" : 30.0,
                "totalSeconds" : 712.1,
                "drainSeconds" : 711.0,
                "phaseSeconds" : -13.9,
                "tailSeconds" : 15.0
              } ],
              "verdicts" : [ {
                "name" : "rate[30s] returns",
                "forecast" : "1 s",
                "observed" : "not seen",
                "tolerance" : "none",
                "status" : "inconclusive",
                "reason" : "Record longer."
              } ]
            }
            """);
  }
}
