package ratelab.experiments.report.page;

import java.util.List;
import java.util.OptionalDouble;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.CounterQuality;
import ratelab.experiments.analysis.WorkedOff;
import ratelab.experiments.recording.OracleResult;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.report.markup.Element;
import ratelab.experiments.report.wording.Wording;

/** What the answer rests on: whom work was for, how good the counters were, what a server said. */
final class EvidenceSections {
  private EvidenceSections() {}

  static List<Section> of(Analysis analysis, Recording recording) {
    return List.of(
        new Section("worked-off", "Worked off for whom", workedOff(analysis)),
        new Section("quality", "Quality of the counters", counters(analysis, recording)),
        new Section("oracle", "A real Prometheus", oracle(recording)));
  }

  private static Element workedOff(Analysis analysis) {
    WorkedOff counts = analysis.workedOff();
    return Element.of("dl")
        .add(Element.of("dt").text("cause"))
        .add(Element.of("dd").text(Wording.constant(analysis.cause())))
        .add(Element.of("dt").text("worked off"))
        .add(Element.of("dd").text(workedOff(counts)))
        .add(Element.of("dt").text("evidence"))
        .add(Element.of("dd").text(counts.evidence()))
        .add(Element.of("dt").text("last work"))
        .add(
            Element.of("dd")
                .text(
                    analysis.lastWorkMillis().isPresent()
                        ? Wording.clock(analysis.lastWorkMillis().getAsLong())
                            + " UTC, read from "
                            + analysis.lastWorkEvidence()
                        : "not known: " + analysis.lastWorkEvidence()));
  }

  private static String workedOff(WorkedOff counts) {
    return counts.sent() == 0
        ? "%s after their client had gone; the load tells no counts".formatted(counts.forNobody())
        : "%s of %s requests sent, %s of them after their client had gone"
            .formatted(counts.handled(), counts.sent(), counts.forNobody());
  }

  private static Element counters(Analysis analysis, Recording recording) {
    Table table =
        Table.of(
            "Counter",
            "Error against an independent measure",
            "Points that were 0 in the drain",
            "Idle mean ± spread, millicores");
    analysis.counters().forEach(c -> row(table, c));
    return Element.of("div")
        .add(
            analysis.counters().isEmpty()
                ? Section.paragraph("No counter was measured.")
                : table.element())
        .add(Section.note(scrapes(recording)));
  }

  private static void row(Table table, CounterQuality quality) {
    table.row(
        quality.counter(),
        share(quality.errorShare(), "no independent measure"),
        share(quality.zeroShare(), "no points"),
        Wording.number(quality.idleMeanCores() * 1000, 4)
            + " ± "
            + Wording.number(quality.idleSpreadCores() * 1000, 4));
  }

  private static String share(OptionalDouble share, String absent) {
    return share.isPresent() ? Wording.percent(share.getAsDouble()) : absent;
  }

  private static String scrapes(Recording recording) {
    var failures = recording.scrapeFailures();
    return failures.isEmpty()
        ? "No scrape failed."
        : "%s scrapes failed; the first: %s"
            .formatted(failures.size(), failures.getFirst().reason());
  }

  private static Element oracle(Recording recording) {
    if (recording.oracle().isEmpty()) {
      return Section.paragraph(
          "No Prometheus took part; the rate model alone made the curves. With a prometheus on"
              + " PATH the run compares every point with its answers.");
    }
    OracleResult oracle = recording.oracle().get();
    Element content =
        Element.of("div")
            .add(
                Section.paragraph(
                    "%s points compared with Prometheus %s, %s differences."
                        .formatted(oracle.points(), oracle.version(), oracle.differing())));
    Element list = Element.of("ul");
    oracle.differences().forEach(d -> list.add(Element.of("li").text(d)));
    return oracle.differences().isEmpty() ? content : content.add(list);
  }
}
