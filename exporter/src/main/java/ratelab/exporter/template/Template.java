package ratelab.exporter.template;

import java.util.Map;
import java.util.Set;

/** A parsed template. */
public final class Template {
  private final Block main;
  private final Map<String, Block> named;
  private final Set<String> fields;
  private final boolean takesAllFields;

  Template(Block main, Map<String, Block> named, Set<String> fields, boolean takesAllFields) {
    this.main = main;
    this.named = Map.copyOf(named);
    this.fields = Set.copyOf(fields);
    this.takesAllFields = takesAllFields;
  }

  /**
   * Parses a text.
   *
   * @throws TemplateException if Go would refuse to parse it
   */
  public static Template parse(String text) throws TemplateException {
    return new Parser(text).parse();
  }

  /** Renders as Go does. Where Go would end with an error, the text made until then. */
  public String render(Value.Struct data) {
    Frame frame = new Frame(named, data);
    try {
      main.execute(frame, data);
    } catch (RenderFailure e) {
      // What has been written counts: names of groups have always been made so.
    }
    return frame.text();
  }

  /** Whether the text may depend on this field of the structure. */
  public boolean uses(String field) {
    return takesAllFields || fields.contains(field);
  }
}
