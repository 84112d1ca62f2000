package ratelab.exporter.rules;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import ratelab.exporter.template.TemplateException;
import ratelab.exporter.yaml.ConfigException;
import ratelab.exporter.yaml.YamlPlace;

/** Reads the templates of an item: the name of its groups, and their labels. */
final class TemplateReader {
  private static final String NAME = "a template for the name, such as \"{{.Comm}}\"";
  private static final String LABELS =
      "a mapping of label names to templates, such as {user: \"{{.Username}}\"}";

  private TemplateReader() {}

  static NameTemplate name(YamlPlace item) throws ConfigException {
    Optional<YamlPlace> name = item.child("name", NAME);
    if (name.isEmpty() || name.get().text(NAME).isEmpty()) return NameTemplate.byDefault();
    return template(name.get(), NAME);
  }

  static SortedMap<String, NameTemplate> labels(YamlPlace item) throws ConfigException {
    Optional<YamlPlace> labels = item.child("labels", LABELS);
    if (labels.isEmpty()) return Collections.emptySortedMap();
    SortedMap<String, NameTemplate> templates = new TreeMap<>();
    for (String label : labels.get().keys(LABELS)) {
      Optional<YamlPlace> value = labels.get().child(label, LABELS);
      if (value.isEmpty()) continue;
      Optional<String> reason = LabelNames.whyNot(label);
      if (reason.isPresent()) throw value.get().expected(reason.get());
      templates.put(label, template(value.get(), "a template for the label"));
    }
    return templates;
  }

  private static NameTemplate template(YamlPlace place, String expectation) throws ConfigException {
    try {
      return NameTemplate.parse(place.text(expectation));
    } catch (TemplateException e) {
      String line = e.line() == 1 ? "" : " in line " + e.line() + " of the text";
      throw place.expected("a Go template (" + e.getMessage() + line + ")");
    }
  }
}
