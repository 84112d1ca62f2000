package ratelab.experiments.report.page;

import java.util.ArrayList;
import java.util.List;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.report.figure.Figures;
import ratelab.experiments.report.markup.Element;
import ratelab.experiments.report.style.Asset;
import ratelab.experiments.report.style.Stylesheets;

/** The whole page. Its policy allows its own style and script by their hashes and nothing else. */
public final class Page {
  private Page() {}

  /** The HTML document. */
  public static String render(Analysis analysis, Recording recording) {
    Figures figures = Figures.of(analysis, recording);
    String style = Stylesheets.page();
    String script = Asset.CROSSHAIR.text();
    return "<!doctype html>\n"
        + Element.of("html")
            .with("lang", "en")
            .add(head(analysis, recording, style, script))
            .add(body(analysis, recording, figures, script))
            .render()
        + "\n";
  }

  private static Element head(Analysis analysis, Recording recording, String style, String script) {
    return Element.of("head")
        .add(Element.of("meta").with("charset", "utf-8"))
        .add(
            Element.of("meta")
                .with("http-equiv", "Content-Security-Policy")
                .with("content", ContentPolicy.of(style, script)))
        .add(
            Element.of("meta")
                .with("name", "viewport")
                .with("content", "width=device-width, initial-scale=1"))
        .add(Element.of("meta").with("name", "color-scheme").with("content", "light dark"))
        .add(Element.of("meta").with("name", "description").with("content", analysis.answer()))
        .add(Element.of("title").text("ratelab: " + recording.scenario().name()))
        .add(Element.of("style").raw(style));
  }

  private static Element body(
      Analysis analysis, Recording recording, Figures figures, String script) {
    List<Section> sections = sections(analysis, recording, figures);
    Element nav = Element.of("nav");
    Element main = Element.of("main").add(nav(sections, nav));
    sections.forEach(s -> main.add(s.element()));
    return Element.of("body")
        .add(Headline.of(analysis, recording, figures))
        .add(main)
        .add(Element.of("footer").text("ratelab run " + recording.info().id()))
        .add(
            Element.of("script")
                .with("type", "application/json")
                .with("id", "curve-data")
                .raw(CurveData.json(figures.all())))
        .add(Element.of("script").raw(script));
  }

  private static Element nav(List<Section> sections, Element nav) {
    sections.forEach(s -> nav.add(s.link()));
    return nav;
  }

  private static List<Section> sections(Analysis analysis, Recording recording, Figures figures) {
    List<Section> sections = new ArrayList<>(CurveSections.of(figures));
    sections.add(VerdictSection.of(analysis));
    sections.add(ForecastSection.of(analysis, recording));
    sections.addAll(EvidenceSections.of(analysis, recording));
    sections.addAll(RunSections.of(recording));
    return sections;
  }
}
