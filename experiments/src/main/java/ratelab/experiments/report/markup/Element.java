package ratelab.experiments.report.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One element of an HTML, SVG or XML document. Whatever comes in as text or as an attribute's value
 * is escaped; there is no other way in but {@link #raw}. An element that holds elements alone is
 * written with one of them a line.
 */
public final class Element {
  /** Written without an end tag when empty; every other element needs one in HTML. */
  private static final Set<String> CHILDLESS =
      Set.of("meta", "input", "rect", "line", "path", "circle", "testcase", "failure", "error");

  private final String name;
  private final StringBuilder attributes = new StringBuilder();
  private final List<String> children = new ArrayList<>();
  private boolean inline;

  private Element(String name) {
    this.name = name;
  }

  /** An empty element. */
  public static Element of(String name) {
    return new Element(name);
  }

  /** An element of a CSS class. */
  public static Element of(String name, String cssClass) {
    return new Element(name).with("class", cssClass);
  }

  /** Adds an attribute. */
  public Element with(String attribute, String value) {
    attributes.append(' ').append(attribute).append("=\"").append(Escape.text(value)).append('"');
    return this;
  }

  /** Adds an attribute with a coordinate or a length: at most one decimal. */
  public Element with(String attribute, double value) {
    return with(attribute, Decimal.upTo(value, 1));
  }

  /** Adds text. */
  public Element text(String text) {
    inline = true;
    children.add(Escape.text(text));
    return this;
  }

  /** Adds a child. */
  public Element add(Element child) {
    children.add(child.render());
    return this;
  }

  /** Adds children. */
  public Element addAll(List<Element> all) {
    all.forEach(this::add);
    return this;
  }

  /** Adds a child before those that are there. */
  public Element addFirst(Element child) {
    children.addFirst(child.render());
    return this;
  }

  /** Adds content as it is: style sheets, scripts and documents that are markup already. */
  public Element raw(String content) {
    children.add(content);
    return this;
  }

  /** The markup. */
  public String render() {
    String start = "<" + name + attributes;
    if (children.isEmpty() && CHILDLESS.contains(name)) {
      return start + "/>";
    }
    String newline = inline || children.isEmpty() ? "" : "\n";
    return start + ">" + newline + String.join(newline, children) + newline + "</" + name + ">";
  }
}
