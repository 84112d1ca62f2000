package ratelab.exporter.rules;

import java.util.SortedMap;
import java.util.TreeMap;

/** How a group gets its name and labels from the process that founds it. */
record GroupTemplate(NameTemplate name, SortedMap<String, NameTemplate> labels) {
  GroupKey render(Subject subject, SortedMap<String, String> captures) {
    String groupName = name.render(subject, captures);
    if (labels.isEmpty()) return GroupKey.of(groupName);
    SortedMap<String, String> values = new TreeMap<>();
    labels.forEach(
        (label, template) -> {
          String value = template.render(subject, captures);
          if (!value.isEmpty()) values.put(label, value);
        });
    return new GroupKey(groupName, values);
  }

  boolean uses(ProcessField field) {
    return name.uses(field) || labels.values().stream().anyMatch(label -> label.uses(field));
  }
}
