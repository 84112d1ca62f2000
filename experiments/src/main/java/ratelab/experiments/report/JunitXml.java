package ratelab.experiments.report;

import java.util.ArrayList;
import java.util.List;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.analysis.Verdict;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.report.markup.Element;

/**
 * The verdicts as a JUnit report: one test case a verdict. A failed one is a {@code failure}, an
 * inconclusive one an {@code error}: what was not seen is never green. A run that can not be judged
 * has one more test case a problem.
 */
public final class JunitXml {
  private JunitXml() {}

  /** The document, ending in a line break. */
  public static String render(Analysis analysis, Recording recording) {
    List<Case> cases = cases(analysis);
    String suite = "ratelab." + recording.scenario().name();
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + Element.of("testsuite")
            .with("name", suite)
            .with("tests", Integer.toString(cases.size()))
            .with("failures", count(cases, Status.FAIL))
            .with("errors", count(cases, Status.INCONCLUSIVE))
            .with("skipped", "0")
            .addAll(cases.stream().map(c -> element(c, suite)).toList())
            .render()
        + "\n";
  }

  private record Case(String name, Status status, String message) {}

  private static List<Case> cases(Analysis analysis) {
    List<Case> cases = new ArrayList<>();
    analysis.problems().forEach(p -> cases.add(notJudged(p)));
    analysis.verdicts().forEach(v -> cases.add(new Case(v.name(), v.status(), message(v))));
    return cases.isEmpty()
        ? List.of(notJudged("The scenario expects nothing; give it an expectation."))
        : cases;
  }

  private static Case notJudged(String why) {
    return new Case("the run can be judged", Status.INCONCLUSIVE, why);
  }

  private static String message(Verdict verdict) {
    return "expected %s (%s), measured %s: %s"
        .formatted(verdict.forecast(), verdict.tolerance(), verdict.observed(), verdict.reason());
  }

  private static String count(List<Case> cases, Status status) {
    return Long.toString(cases.stream().filter(c -> c.status() == status).count());
  }

  private static Element element(Case testCase, String suite) {
    Element element = Element.of("testcase").with("classname", suite).with("name", testCase.name());
    return switch (testCase.status()) {
      case PASS -> element;
      case FAIL -> element.add(Element.of("failure").with("message", testCase.message()));
      case INCONCLUSIVE -> element.add(Element.of("error").with("message", testCase.message()));
    };
  }
}
