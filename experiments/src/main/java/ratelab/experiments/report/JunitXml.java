package ratelab.experiments.report;

import java.util.List;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.analysis.Verdict;
import ratelab.experiments.recording.Recording;

/**
 * The verdicts as a JUnit report: one test case a verdict. A failed one is a {@code failure}, an
 * inconclusive one an {@code error}: what was not seen is never green. A run that can not be judged
 * has one more test case that says why.
 */
public final class JunitXml {
  private JunitXml() {}

  /** The document, ending in a line break. */
  public static String render(Analysis analysis, Recording recording) {
    List<Case> cases = JunitXml.cases(analysis);
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<testsuite name=\"ratelab.")
        .append(Markup.escape(recording.scenario().name()))
        .append("\" tests=\"")
        .append(cases.size())
        .append("\" failures=\"")
        .append(count(cases, Status.FAIL))
        .append("\" errors=\"")
        .append(count(cases, Status.INCONCLUSIVE))
        .append("\" skipped=\"0\">\n");
    cases.forEach(c -> append(xml, recording.scenario().name(), c));
    return xml.append("</testsuite>\n").toString();
  }

  private static List<Case> cases(Analysis analysis) {
    List<Case> verdicts = analysis.verdicts().stream().map(Case::of).toList();
    if (verdicts.isEmpty() && analysis.problems().isEmpty()) {
      return List.of(notJudged("The scenario expects nothing; give it an expectation."));
    }
    List<Case> all = new java.util.ArrayList<>();
    analysis.problems().forEach(p -> all.add(notJudged(p)));
    all.addAll(verdicts);
    return all;
  }

  private static Case notJudged(String why) {
    return new Case("the run can be judged", Status.INCONCLUSIVE, why);
  }

  private static long count(List<Case> cases, Status status) {
    return cases.stream().filter(c -> c.status() == status).count();
  }

  private static void append(StringBuilder xml, String scenario, Case testCase) {
    xml.append("  <testcase classname=\"ratelab.")
        .append(Markup.escape(scenario))
        .append("\" name=\"")
        .append(Markup.escape(testCase.name()))
        .append('"');
    if (testCase.status() == Status.PASS) {
      xml.append("/>\n");
      return;
    }
    String element = testCase.status() == Status.FAIL ? "failure" : "error";
    xml.append(">\n    <")
        .append(element)
        .append(" message=\"")
        .append(Markup.escape(testCase.message()))
        .append("\"/>\n  </testcase>\n");
  }

  private record Case(String name, Status status, String message) {
    static Case of(Verdict verdict) {
      return new Case(
          verdict.name(),
          verdict.status(),
          "expected "
              + verdict.forecast()
              + " ("
              + verdict.tolerance()
              + "), measured "
              + verdict.observed()
              + ": "
              + verdict.reason());
    }
  }
}
