package ratelab.experiments.report.page;

import java.util.List;
import ratelab.experiments.report.figure.Figure;
import ratelab.experiments.report.figure.Figures;
import ratelab.experiments.report.markup.Element;

/** The sections that are figures. */
final class CurveSections {
  private CurveSections() {}

  static List<Section> of(Figures figures) {
    return List.of(
        new Section("curves", "CPU-rate curves", curves(figures)),
        new Section("counters", "Nanosecond and tick counter", counters(figures.counters())),
        new Section("original", "As the original graphed it", original(figures.original())),
        new Section("requests", "Requests", FigureElement.wide(figures.requests())));
  }

  private static Element curves(Figures figures) {
    List<Figure> rates = figures.rates();
    Element content = Element.of("div");
    if (rates.isEmpty()) {
      return content.add(Section.paragraph("The scenario names no window."));
    }
    content.add(FigureElement.wide(rates.getFirst()));
    figures.closeUp().ifPresent(f -> content.add(FigureElement.wide(f)));
    return content.add(FigureElement.pairs(rates.subList(1, rates.size())));
  }

  private static Element counters(List<Figure> counters) {
    Element pair = FigureElement.pairs(counters);
    return counters.size() > 1
        ? pair
        : Element.of("div")
            .add(
                Section.note(
                    "The exporter had no nanosecond counter for the target; there are only the"
                        + " ticks."))
            .add(pair);
  }

  private static Element original(List<Figure> original) {
    return FigureElement.pairs(original);
  }
}
