package ratelab.experiments.report.page;

import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.Verdict;
import ratelab.experiments.report.markup.Element;

/** The expectations: forecast, observed, tolerance, verdict. */
final class VerdictSection {
  private VerdictSection() {}

  static Section of(Analysis analysis) {
    Table table = Table.of("Expectation", "Forecast", "Observed", "Tolerance", "Verdict");
    analysis.verdicts().forEach(v -> row(table, v));
    Element content =
        analysis.verdicts().isEmpty()
            ? Section.paragraph("The scenario expects nothing, so nothing was judged.")
            : table.element();
    return new Section("verdicts", "Verdicts", content);
  }

  private static void row(Table table, Verdict verdict) {
    Element name = Element.of("span").text(verdict.name());
    if (!verdict.reason().isEmpty()) {
      name.add(Element.of("span", "why").text(verdict.reason()));
    }
    table.row(
        Element.of("td").add(name),
        Table.cell(verdict.forecast()),
        Table.cell(verdict.observed()),
        Table.cell(verdict.tolerance()),
        Element.of("td").add(Badge.of(verdict.status())));
  }
}
