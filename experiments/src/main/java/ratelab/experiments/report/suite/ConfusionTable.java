package ratelab.experiments.report.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import ratelab.experiments.report.markup.Element;
import ratelab.experiments.report.page.Section;
import ratelab.experiments.report.page.Table;

/** The causes that were named, against the true ones. */
final class ConfusionTable {
  private ConfusionTable() {}

  /** Nothing where no run has both a cause that was named and a true one, or one left open. */
  static Stream<Section> of(Suite suite) {
    List<SuiteEntry> scored = suite.entries().stream().filter(SuiteEntry::isScored).toList();
    long leftOpen = suite.entries().stream().filter(SuiteEntry::leftOpen).count();
    Element content = Element.of("div");
    if (!scored.isEmpty()) {
      content.add(Section.paragraph(score(scored)));
    }
    if (leftOpen > 0) {
      content.add(
          Section.paragraph(
              "%s left open on purpose: the samples that tell the cause are in doubt there."
                  .formatted(leftOpen)));
    }
    if (!scored.isEmpty()) {
      content.add(table(scored));
    }
    return scored.isEmpty() && leftOpen == 0
        ? Stream.empty()
        : Stream.of(new Section("causes", "Causes named and true", content));
  }

  private static String score(List<SuiteEntry> scored) {
    long right = scored.stream().filter(e -> e.trueCause().equals(e.namedCause())).count();
    return "%s of %s causes were named rightly, from samples, load marks and load counts alone."
        .formatted(right, scored.size());
  }

  private static Element table(List<SuiteEntry> scored) {
    TreeSet<String> named = new TreeSet<>();
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    for (SuiteEntry entry : scored) {
      named.add(entry.namedCause());
      counts
          .computeIfAbsent(entry.trueCause(), c -> new TreeMap<>())
          .merge(entry.namedCause(), 1L, Long::sum);
    }
    List<String> columns = new ArrayList<>(List.of("True cause"));
    named.forEach(c -> columns.add("named: " + c));
    Table table = Table.of(columns.toArray(String[]::new));
    counts.forEach((cause, row) -> table.row(row(cause, row, named)));
    return table.element();
  }

  private static Element[] row(String cause, Map<String, Long> counts, Set<String> named) {
    List<Element> cells = new ArrayList<>(List.of(Table.cell(cause)));
    for (String name : named) {
      long count = counts.getOrDefault(name, 0L);
      Element cell = Table.cell(count == 0 ? "·" : Long.toString(count));
      cells.add(count == 0 ? cell : cell.with("class", cause.equals(name) ? "pass" : "fail"));
    }
    return cells.toArray(Element[]::new);
  }
}
