package ratelab.experiments.report.page;

import ratelab.experiments.report.markup.Element;
import ratelab.experiments.report.style.Stylesheets;

/**
 * An HTML document around a body. Its policy allows its own style and script by their hashes and
 * nothing else.
 *
 * @param title the window's title
 * @param description the content in a sentence
 * @param script the one script of the page; empty for none
 */
public record Document(String title, String description, String script) {
  /** The document; the script stands at the body's end. */
  public String render(Element body) {
    if (!script.isEmpty()) {
      body.add(Element.of("script").raw(script));
    }
    return "<!doctype html>\n"
        + Element.of("html").with("lang", "en").add(head()).add(body).render()
        + "\n";
  }

  private Element head() {
    String style = Stylesheets.page();
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
        .add(Element.of("meta").with("name", "description").with("content", description))
        .add(Element.of("title").text(title))
        .add(Element.of("style").raw(style));
  }
}
