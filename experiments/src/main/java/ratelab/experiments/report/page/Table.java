package ratelab.experiments.report.page;

import java.util.List;
import ratelab.experiments.report.markup.Element;

/** A table that a phone shows as a list: every cell carries its column's name. */
public final class Table {
  private final List<String> columns;
  private final Element body = Element.of("tbody");

  private Table(List<String> columns) {
    this.columns = columns;
  }

  /** A table without rows. */
  public static Table of(String... columns) {
    return new Table(List.of(columns));
  }

  /** Adds a row; as many {@code td} as there are columns. */
  public Table row(Element... cells) {
    Element row = Element.of("tr");
    for (int i = 0; i < columns.size(); i++) {
      row.add(cells[i].with("data-label", columns.get(i)));
    }
    body.add(row);
    return this;
  }

  /** Adds a row of texts. */
  public Table row(String... cells) {
    Element[] elements = new Element[cells.length];
    for (int i = 0; i < cells.length; i++) {
      elements[i] = cell(cells[i]);
    }
    return row(elements);
  }

  /** A cell of text. */
  public static Element cell(String text) {
    return Element.of("td").add(Element.of("span").text(text));
  }

  /** A cell of several rows of text. */
  public static Element cell(List<String> rows) {
    Element all = Element.of("span");
    rows.forEach(r -> all.add(Element.of("span", "row").text(r)));
    return Element.of("td").add(all);
  }

  /** The table; it scrolls where the page is too narrow. */
  public Element element() {
    Element head = Element.of("tr");
    columns.forEach(c -> head.add(Element.of("th").with("scope", "col").text(c)));
    return Element.of("div", "scroll")
        .add(Element.of("table").add(Element.of("thead").add(head)).add(body));
  }
}
