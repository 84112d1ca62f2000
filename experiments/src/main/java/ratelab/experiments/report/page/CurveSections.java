package ratelab.experiments.report.page;

import java.util.List;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.report.bench.BenchData;
import ratelab.experiments.report.bench.BenchPanel;
import ratelab.experiments.report.figure.Figure;
import ratelab.experiments.report.figure.Figures;
import ratelab.experiments.report.markup.Element;

/** The sections that are figures. */
final class CurveSections {
  private CurveSections() {}

  static List<Section> of(Figures figures, Recording recording) {
    return List.of(
        new Section("curves", "CPU-rate curves", curves(figures, recording)),
        new Section(
            "counters", "Nanosecond and tick counter", counters(figures.counters(), recording)),
        new Section("original", "As the original graphed it", original(figures.original())),
        new Section("requests", "Requests", FigureElement.wide(figures.requests())));
  }

  /** With a script the bench, without one the figures. */
  private static Element curves(Figures figures, Recording recording) {
    return BenchData.isIn(recording)
        ? Element.of("div")
            .add(BenchPanel.controlsAndCurve(recording))
            .add(Element.of("div", "static").add(curves(figures)))
        : curves(figures);
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

  private static Element counters(List<Figure> counters, Recording recording) {
    Element content = Element.of("div");
    if (counters.size() == 1) {
      content.add(
          Section.note(
              "The exporter had no nanosecond counter for the target; there are only the ticks."));
    }
    Element pairs = FigureElement.pairs(counters);
    return BenchData.isIn(recording)
        ? content.add(BenchPanel.counters(recording)).add(Element.of("div", "static").add(pairs))
        : content.add(pairs);
  }

  private static Element original(List<Figure> original) {
    return FigureElement.pairs(original);
  }
}
