package ratelab.experiments.report.page;

import java.util.List;
import java.util.stream.Stream;
import ratelab.experiments.report.markup.Element;
import ratelab.experiments.report.style.Stylesheets;

/**
 * An HTML document around a body. Its policy allows its own style and script by their hashes and
 * nothing else.
 *
 * @param title the window's title
 * @param description the content in a sentence
 * @param first a script that runs before anything is shown; empty for none
 * @param last a script at the body's end; empty for none
 */
public record Document(String title, String description, String first, String last) {
  /** A document without scripts. */
  public static Document plain(String title, String description) {
    return new Document(title, description, "", "");
  }

  /** The document. */
  public String render(Element body) {
    addScript(body, last);
    return "<!doctype html>\n"
        + Element.of("html").with("lang", "en").add(head()).add(body).render()
        + "\n";
  }

  private Element head() {
    String style = Stylesheets.page();
    List<String> scripts = Stream.of(first, last).filter(s -> !s.isEmpty()).toList();
    Element head =
        Element.of("head")
            .add(Element.of("meta").with("charset", "utf-8"))
            .add(
                Element.of("meta")
                    .with("http-equiv", "Content-Security-Policy")
                    .with("content", ContentPolicy.of(style, scripts)))
            .add(
                Element.of("meta")
                    .with("name", "viewport")
                    .with("content", "width=device-width, initial-scale=1"))
            .add(Element.of("meta").with("name", "color-scheme").with("content", "light dark"))
            .add(Element.of("meta").with("name", "description").with("content", description))
            .add(Element.of("title").text(title))
            .add(Element.of("style").raw(style));
    addScript(head, first);
    return head;
  }

  private static void addScript(Element parent, String script) {
    if (!script.isEmpty()) {
      parent.add(Element.of("script").raw(script));
    }
  }
}
