package ratelab.loadgen.request;

import java.util.List;
import java.util.stream.Collectors;

/** Text with places to fill in for each request. */
public record Template(List<Part> parts) {
  /** A piece of a template. */
  @FunctionalInterface
  public interface Part {
    /** Its text for one request. */
    String text(Fill fill);
  }

  public Template {
    parts = List.copyOf(parts);
  }

  /** Text that is the same for every request. */
  public static Template literal(String text) {
    return new Template(List.of(new Literal(text)));
  }

  /** Whether the text is the same for every request. */
  public boolean isLiteral() {
    return parts.stream().allMatch(Literal.class::isInstance);
  }

  /** The text for one request. */
  public String text(Fill fill) {
    return parts.size() == 1
        ? parts.getFirst().text(fill)
        : parts.stream().map(part -> part.text(fill)).collect(Collectors.joining());
  }

  /** A piece that is the same for every request. */
  record Literal(String text) implements Part {
    @Override
    public String text(Fill fill) {
      return text;
    }
  }
}
