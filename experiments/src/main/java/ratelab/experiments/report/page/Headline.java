package ratelab.experiments.report.page;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.analysis.WorkedOff;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.report.figure.Figures;
import ratelab.experiments.report.markup.Decimal;
import ratelab.experiments.report.markup.Element;
import ratelab.experiments.report.wording.Wording;
import ratelab.experiments.scenario.Scenario;

/** The top of the page: problems, the answer, the seconds of its causes, the numbers. */
final class Headline {
  private static final Pattern QUANTITY = Pattern.compile("\\d+(?:\\.\\d+)? s\\b");

  private Headline() {}

  static Element of(Analysis analysis, Recording recording, Figures figures) {
    Element header = Element.of("header");
    header.add(Element.of("p", "run").text(run(recording)));
    if (!analysis.problems().isEmpty()) {
      header.add(problems(analysis));
    }
    analysis
        .remarks()
        .forEach(remark -> header.add(Element.of("p", "run").text(Wording.remark(remark))));
    header.add(answer(analysis.answer()));
    header.add(verdict(analysis));
    figures
        .causes()
        .ifPresent(f -> header.add(Element.of("div", "card").add(FigureElement.wide(f))));
    return header.add(tiles(analysis.workedOff()));
  }

  private static String run(Recording recording) {
    Scenario scenario = recording.scenario();
    return "ratelab · %s · %s · %s lab · speed %s · %s"
        .formatted(
            scenario.name(),
            Wording.constant(scenario.target().platform()),
            recording.info().lab(),
            Decimal.upTo(scenario.speed(), 2),
            Wording.instant(recording.marks().loadStartMillis()));
  }

  /** No line ends between a number and its unit. */
  private static Element answer(String sentence) {
    Element heading = Element.of("h1");
    int written = 0;
    for (MatchResult quantity : QUANTITY.matcher(sentence).results().toList()) {
      heading
          .text(sentence.substring(written, quantity.start()))
          .add(Element.of("span", "quantity").text(quantity.group()));
      written = quantity.end();
    }
    return heading.text(sentence.substring(written));
  }

  private static Element problems(Analysis analysis) {
    Element list = Element.of("ul");
    analysis.problems().forEach(p -> list.add(Element.of("li").text(p)));
    return Element.of("div", "card problems")
        .with("role", "alert")
        .add(Element.of("h2").text("This run can not be judged"))
        .add(list);
  }

  private static Element verdict(Analysis analysis) {
    long passed = analysis.verdicts().stream().filter(v -> v.status() == Status.PASS).count();
    return Element.of("p", "verdict")
        .add(Badge.of(analysis.status()))
        .text(" ")
        .add(
            Element.of("a")
                .with("href", "#verdicts")
                .text("%s of %s expectations held".formatted(passed, analysis.verdicts().size())));
  }

  /** A load that tells no counts has sent something; evidence may tell no number of requests. */
  private static Element tiles(WorkedOff requests) {
    boolean counted = requests.sent() > 0;
    return Element.of("div", "tiles")
        .add(tile(counted, requests.sent(), "requests sent"))
        .add(tile(counted, requests.answered(), "answered"))
        .add(tile(counted, requests.timedOut(), "given up by their client"))
        .add(
            tile(counted || requests.handled() > 0, requests.handled(), "worked off by the target"))
        .add(tile(counted || requests.forNobody() > 0, requests.forNobody(), "of them for nobody"));
  }

  private static Element tile(boolean known, long count, String label) {
    return Element.of("div", "tile")
        .add(Element.of("b").text(known ? Long.toString(count) : "unknown"))
        .add(Element.of("span").text(label));
  }
}
