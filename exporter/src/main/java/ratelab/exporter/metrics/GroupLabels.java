package ratelab.exporter.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ratelab.exporter.rules.GroupKey;

/** The labels that every series of a group has, by name. */
record GroupLabels(List<Label> labels) {
  private static final String GROUP_NAME = "groupname";

  static GroupLabels of(GroupKey key) {
    List<Label> labels = new ArrayList<>();
    labels.add(new Label(GROUP_NAME, key.name()));
    key.labels().forEach((name, value) -> labels.add(new Label(name, value)));
    labels.sort(Comparator.comparing(Label::name));
    return new GroupLabels(List.copyOf(labels));
  }
}
