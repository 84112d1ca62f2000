package ratelab.experiments.report.page;

import ratelab.experiments.report.markup.Element;

/**
 * One part of the page.
 *
 * @param id its anchor
 * @param title its heading, also in the list of contents
 * @param content what is below the heading
 */
record Section(String id, String title, Element content) {
  Element element() {
    return Element.of("section", "card")
        .with("id", id)
        .add(Element.of("h2").text(title))
        .add(content);
  }

  Element link() {
    return Element.of("a").with("href", "#" + id).text(title);
  }

  static Element paragraph(String text) {
    return Element.of("p").text(text);
  }

  static Element note(String text) {
    return Element.of("p", "note").text(text);
  }
}
