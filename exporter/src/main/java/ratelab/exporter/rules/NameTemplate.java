package ratelab.exporter.rules;

import java.util.SortedMap;
import ratelab.exporter.template.Template;
import ratelab.exporter.template.TemplateException;

/** How a group gets its name, or one of its labels, from the process that founds it. */
record NameTemplate(Template template) {
  private static final String DEFAULT = "{{.ExeBase}}";

  static NameTemplate parse(String text) throws TemplateException {
    return new NameTemplate(Template.parse(text));
  }

  /** The name of items that give none. */
  static NameTemplate byDefault() {
    try {
      return parse(DEFAULT);
    } catch (TemplateException e) {
      throw new AssertionError(DEFAULT, e);
    }
  }

  String render(Subject subject, SortedMap<String, String> captures) {
    return template.render(new ProcessFields(subject, captures));
  }

  boolean uses(ProcessField field) {
    return template.uses(field.spelling);
  }
}
