package ratelab.experiments.report.suite;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ratelab.experiments.analysis.Shapes;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.analysis.Verdict;
import ratelab.experiments.analysis.advice.SignalFacts;
import ratelab.experiments.analysis.advice.WindowAdvice;
import ratelab.experiments.report.markup.Element;
import ratelab.experiments.report.page.Section;
import ratelab.experiments.report.page.Table;
import ratelab.experiments.report.wording.Wording;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.Expectation;

/** Which window to choose, in words, and in how many views the curves were as derived. */
final class WindowsSection {
  private WindowsSection() {}

  /** Nothing where no run is looked at through many windows. */
  static Optional<Section> of(List<PlayedRun> all) {
    List<PlayedRun> runs =
        all.stream().filter(run -> run.expects(Expectation.ShapeAsDerived.class)).toList();
    return runs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Section(
                "windows",
                "Which window to choose",
                Element.of("div")
                    .add(advice(runs))
                    .add(
                        Section.note(
                            "A window shorter than twice the scrape interval has gaps, one of a"
                                + " single interval shows nothing. A longer one shows the same"
                                + " height, later, and a lower one where the load is shorter than"
                                + " the window."))
                    .add(Element.of("h3").text("The curves, as derived and as seen"))
                    .add(statements(runs))));
  }

  /** For the signal of the first run; the others differ in how long it lasts. */
  private static Element advice(List<PlayedRun> runs) {
    SignalFacts facts = Shapes.of(runs.getFirst().recording()).signalFacts();
    Optional<SignalFacts> signal =
        Optional.of(
            new SignalFacts(
                facts.cores(),
                facts.idleCores(),
                facts.idleSpreadCores(),
                facts.quantumSeconds(),
                Optional.empty()));
    Table table = Table.of("Scraped every", "Use", "It", "Why");
    runs.stream()
        .flatMap(WindowsSection::scrapes)
        .distinct()
        .sorted()
        .forEach(interval -> row(table, interval, WindowAdvice.of(interval, signal)));
    return table.element();
  }

  /** The scrape intervals that a run was looked at with, as the scenario names them. */
  private static Stream<Duration> scrapes(PlayedRun run) {
    return run.expectations(Expectation.ShapeAsDerived.class)
        .flatMap(expected -> expected.scrapes().stream())
        .map(run.scenario()::nominal);
  }

  private static void row(Table table, Duration interval, WindowAdvice advice) {
    table.row(
        Table.cell(Durations.print(interval)),
        Table.cell("rate[" + Durations.print(advice.window()) + "]"),
        Table.cell(WindowAdvice.portrait(advice.window(), interval)),
        Table.cell(Stream.concat(advice.reasons().stream(), advice.warnings().stream()).toList()));
  }

  private static Element statements(List<PlayedRun> runs) {
    Table table =
        Table.of(
            Stream.concat(Stream.of("Statement"), runs.stream().map(PlayedRun::shortName))
                .toArray(String[]::new));
    runs.stream()
        .flatMap(run -> run.analysis().verdicts().stream().map(Verdict::name))
        .distinct()
        .forEach(name -> table.row(cells(name, runs)));
    return table.element();
  }

  private static Element[] cells(String name, List<PlayedRun> runs) {
    return Stream.concat(Stream.of(Table.cell(name)), runs.stream().map(run -> cell(name, run)))
        .toArray(Element[]::new);
  }

  private static Element cell(String name, PlayedRun run) {
    return run.analysis().verdicts().stream()
        .filter(verdict -> verdict.name().equals(name))
        .findFirst()
        .map(WindowsSection::cell)
        .orElseGet(() -> Table.cell("·"));
  }

  private static Element cell(Verdict verdict) {
    Element cell =
        Element.of("td")
            .add(
                Element.of("span")
                    .add(Element.of("span", "row").text(verdict.observed()))
                    .add(Element.of("span", "why").text("forecast: " + verdict.forecast())));
    return verdict.status() == Status.PASS
        ? cell
        : cell.with("class", Wording.constant(verdict.status()));
  }
}
