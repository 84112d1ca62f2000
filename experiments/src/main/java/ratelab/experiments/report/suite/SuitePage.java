package ratelab.experiments.report.suite;

import java.util.List;
import java.util.stream.Stream;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.report.markup.Element;
import ratelab.experiments.report.page.Badge;
import ratelab.experiments.report.page.Document;
import ratelab.experiments.report.page.Section;
import ratelab.experiments.report.page.Table;

/**
 * The combined report as one HTML page: what was forecast of each run, what came, and the verdict.
 */
public final class SuitePage {
  private SuitePage() {}

  /** The page. Deterministic: the same suite gives the same bytes. */
  public static String render(Suite suite) {
    Element main = Element.of("main").add(runs(suite).element());
    Stream.of(suite.sections().stream(), ConfusionTable.of(suite), absent(suite))
        .flatMap(sections -> sections)
        .forEach(section -> main.add(section.element()));
    return Document.plain(suite.title(), answer(suite))
        .render(Element.of("body").add(header(suite)).add(main));
  }

  private static Element header(Suite suite) {
    return Element.of("header")
        .add(Element.of("p", "run").text(suite.title() + " · " + suite.madeOn()))
        .add(Element.of("h1").text(answer(suite)))
        .add(Element.of("p", "verdict").add(Badge.of(suite.status())))
        .add(tiles(suite));
  }

  private static String answer(Suite suite) {
    return "%s of %s runs behaved as forecast."
        .formatted(suite.count(Status.PASS), suite.entries().size());
  }

  private static Element tiles(Suite suite) {
    Element tiles = Element.of("div", "tiles");
    tiles.add(tile(suite.count(Status.PASS), "passed"));
    tiles.add(tile(suite.count(Status.FAIL), "failed"));
    tiles.add(tile(suite.count(Status.INCONCLUSIVE), "inconclusive"));
    return suite.absent().isEmpty() ? tiles : tiles.add(tile(suite.absent().size(), "not played"));
  }

  private static Element tile(long count, String label) {
    return Element.of("div", "tile")
        .add(Element.of("b").text(Long.toString(count)))
        .add(Element.of("span").text(label));
  }

  private static Section runs(Suite suite) {
    Table table = Table.of("Experiment", "Cause named", "Forecast", "Observed", "Verdict");
    suite.entries().forEach(e -> row(table, e));
    return new Section(
        "runs",
        "Runs",
        suite.entries().isEmpty() ? Section.paragraph("Nothing was played.") : table.element());
  }

  private static void row(Table table, SuiteEntry entry) {
    table.row(
        Element.of("td").add(name(entry)),
        Table.cell(known(entry.namedCause())),
        Table.cell(known(entry.forecast())),
        Table.cell(observed(entry)),
        Element.of("td").add(Badge.of(entry.status())));
  }

  private static Element name(SuiteEntry entry) {
    Element name = Element.of("span");
    name.add(
        entry.report().isEmpty()
            ? Element.of("b").text(entry.experiment())
            : Element.of("a").with("href", entry.report()).text(entry.experiment()));
    return entry.variant().isEmpty()
        ? name
        : name.add(Element.of("span", "why").text(entry.variant()));
  }

  private static List<String> observed(SuiteEntry entry) {
    List<String> observed = known(entry.observed());
    return entry.reason().isEmpty()
        ? observed
        : Stream.concat(observed.stream(), Stream.of(entry.reason())).toList();
  }

  private static List<String> known(List<String> texts) {
    return texts.isEmpty() ? List.of(known("")) : texts;
  }

  private static String known(String text) {
    return text.isEmpty() ? "not known" : text;
  }

  private static Stream<Section> absent(Suite suite) {
    if (suite.absent().isEmpty()) {
      return Stream.empty();
    }
    Element list = Element.of("ul");
    suite.absent().forEach(a -> list.add(Element.of("li").text(a)));
    return Stream.of(new Section("absent", "Not played", list));
  }
}
