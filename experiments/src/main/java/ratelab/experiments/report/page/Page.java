package ratelab.experiments.report.page;

import java.util.ArrayList;
import java.util.List;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.report.bench.BenchData;
import ratelab.experiments.report.figure.Figures;
import ratelab.experiments.report.markup.Element;
import ratelab.experiments.report.style.Scripts;

/** The whole page of a run. */
public final class Page {
  private Page() {}

  /** The HTML document. */
  public static String render(Analysis analysis, Recording recording) {
    return new Document(
            "ratelab: " + recording.scenario().name(),
            analysis.answer(),
            Scripts.first(),
            Scripts.page())
        .render(body(analysis, recording, Figures.of(analysis, recording)));
  }

  private static Element body(Analysis analysis, Recording recording, Figures figures) {
    List<Section> sections = sections(analysis, recording, figures);
    Element nav = Element.of("nav");
    sections.forEach(s -> nav.add(s.link()));
    Element main = Element.of("main").add(nav);
    sections.forEach(s -> main.add(s.element()));
    return Element.of("body")
        .add(Headline.of(analysis, recording, figures))
        .add(main)
        .add(Element.of("footer").text("ratelab run " + recording.info().id()))
        .add(data("curve-data", CurveData.json(figures.all())))
        .add(data("bench-data", BenchData.json(analysis, recording)));
  }

  private static Element data(String id, String json) {
    return Element.of("script").with("type", "application/json").with("id", id).raw(json);
  }

  private static List<Section> sections(Analysis analysis, Recording recording, Figures figures) {
    List<Section> sections = new ArrayList<>(CurveSections.of(figures, recording));
    sections.add(VerdictSection.of(analysis));
    sections.add(ForecastSection.of(analysis, recording));
    ThrottlingSection.of(analysis, recording).ifPresent(sections::add);
    sections.addAll(EvidenceSections.of(analysis, recording));
    sections.addAll(RunSections.of(recording));
    return sections;
  }
}
