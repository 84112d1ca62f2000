package ratelab.experiments.report.page;

import ratelab.experiments.report.markup.Element;

/**
 * One part of the page.
 *
 * @param id its anchor
 * @param title its heading, also in the list of contents
 * @param content what is below the heading
 */
public record Section(String id, String title, Element content) {
  /** The section as a card. */
  public Element element() {
    return Element.of("section", "card")
        .with("id", id)
        .add(Element.of("h2").text(title))
        .add(content);
  }

  /** A link to it. */
  public Element link() {
    return Element.of("a").with("href", "#" + id).text(title);
  }

  /** A paragraph of text. */
  public static Element paragraph(String text) {
    return Element.of("p").text(text);
  }

  /** A remark. */
  public static Element note(String text) {
    return Element.of("p", "note").text(text);
  }
}
