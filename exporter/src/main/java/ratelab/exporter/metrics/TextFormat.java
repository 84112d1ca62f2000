package ratelab.exporter.metrics;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ratelab.exporter.group.GroupScan;
import ratelab.exporter.group.GroupState;
import ratelab.exporter.rules.GroupKey;

/**
 * Writes a scan in Prometheus's text format 0.0.4: families and labels by name, labels of groups
 * escaped once and kept. Written by hand since with a thousand groups the library's writer, which
 * builds an object for each series, costs several times what the scan costs.
 */
final class TextFormat {
  private Map<GroupKey, GroupLabels> labelsByGroup = new HashMap<>();

  /** Writes all families of groups, then those about the exporter. One thread at a time. */
  void write(GroupScan scan, List<PlainFamily> own, OutputStream out) throws IOException {
    TextBuffer text = new TextBuffer(out);
    writeGroups(scan.groups(), text);
    for (PlainFamily family : own) write(family, text);
    text.flush();
  }

  private void writeGroups(List<GroupState> groups, TextBuffer text) throws IOException {
    GroupLabels[] labels = labels(groups);
    try {
      for (GroupFamily family : GroupFamilies.ALL) {
        FamilyWriter writer = new FamilyWriter(family, text);
        for (int i = 0; i < labels.length; i++) {
          writer.labels = labels[i].labels();
          family.series().accept(groups.get(i), writer);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Keeps the labels of groups that still exist, and only those. */
  private GroupLabels[] labels(List<GroupState> groups) {
    Map<GroupKey, GroupLabels> kept = HashMap.newHashMap(groups.size());
    GroupLabels[] labels = new GroupLabels[groups.size()];
    for (int i = 0; i < labels.length; i++) {
      GroupKey key = groups.get(i).key();
      GroupLabels known = labelsByGroup.get(key);
      labels[i] = known == null ? GroupLabels.of(key) : known;
      kept.put(key, labels[i]);
    }
    labelsByGroup = kept;
    return labels;
  }

  private static void write(PlainFamily family, TextBuffer text) throws IOException {
    if (family.series().isEmpty()) return;
    writeHead(family.name(), family.type(), family.help(), text);
    for (PlainFamily.PlainSeries series : family.series()) {
      text.text(family.name());
      char separator = '{';
      for (Label label : series.labels()) {
        text.character(separator).bytes(label.text());
        separator = ',';
      }
      if (separator == ',') text.character('}');
      text.character(' ').number(series.value()).character('\n');
    }
  }

  private static void writeHead(String name, MetricType type, String help, TextBuffer text)
      throws IOException {
    text.text("# HELP ").text(name).character(' ').text(help.replace("\\", "\\\\"));
    text.text("\n# TYPE ").text(name).character(' ').text(type.spelling()).character('\n');
  }

  /** Writes the series of one family, and its head before the first of them. */
  private static final class FamilyWriter implements SeriesSink {
    private final GroupFamily family;
    private final byte[] name;
    private final TextBuffer text;
    private boolean hasHead;
    private List<Label> labels = List.of();

    FamilyWriter(GroupFamily family, TextBuffer text) {
      this.family = family;
      this.name = family.name().getBytes(StandardCharsets.UTF_8);
      this.text = text;
    }

    @Override
    public void add(double value) {
      write(null, null, value);
    }

    @Override
    public void add(Label label, double value) {
      write(label, null, value);
    }

    @Override
    public void add(Label first, Label second, double value) {
      write(first, second, value);
    }

    private void write(@Nullable Label first, @Nullable Label second, double value) {
      try {
        if (!hasHead) writeHead(family.name(), family.type(), family.help(), text);
        hasHead = true;
        text.bytes(name);
        writeLabels(first, second);
        text.number(value).character('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Merges the group's labels and those of the series, both by name. */
    private void writeLabels(@Nullable Label first, @Nullable Label second) throws IOException {
      char separator = '{';
      Label next = first;
      for (Label label : labels) {
        while (next != null && next.name().compareTo(label.name()) < 0) {
          text.character(separator).bytes(next.text());
          separator = ',';
          next = next == first ? second : null;
        }
        text.character(separator).bytes(label.text());
        separator = ',';
      }
      while (next != null) {
        text.character(separator).bytes(next.text());
        separator = ',';
        next = next == first ? second : null;
      }
      text.character('}').character(' ');
    }
  }
}
