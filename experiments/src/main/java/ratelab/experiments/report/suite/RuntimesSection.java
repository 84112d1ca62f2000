package ratelab.experiments.report.suite;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.DoubleFunction;
import ratelab.experiments.analysis.Figures;
import ratelab.experiments.analysis.WindowFinding;
import ratelab.experiments.report.markup.Element;
import ratelab.experiments.report.page.Section;
import ratelab.experiments.report.page.Table;
import ratelab.experiments.report.wording.Wording;

/** All runtimes side by side: is that just how Node works? */
final class RuntimesSection {
  private static final String EXPERIMENT = "runtimes";
  private static final String UNKNOWN = "not known";
  private static final double MEGABYTE = 1024 * 1024;

  private RuntimesSection() {}

  /** Nothing where no runtime was played. */
  static Optional<Section> of(List<PlayedRun> all, List<String> absent) {
    List<PlayedRun> runs = all.stream().filter(run -> run.experiment().equals(EXPERIMENT)).toList();
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    Table table =
        Table.of(
            "Runtime",
            "Worked off for nobody",
            "Drain",
            "CPU a request",
            "Idle CPU",
            "Memory",
            "Return after the load");
    runs.forEach(run -> table.row(row(run)));
    Element content = Element.of("div").add(Section.paragraph(answer(runs))).add(table.element());
    missing(absent).ifPresent(content::add);
    return Optional.of(new Section(EXPERIMENT, "Is that just how Node works?", content));
  }

  /** A model answers nothing about the runtimes that it stands for. */
  private static String answer(List<PlayedRun> runs) {
    return runs.stream().anyMatch(PlayedRun::isSimulated)
        ? "Not answered: the simulated lab plays one model of a server for all runtimes; play them"
            + " with --lab local."
        : RuntimesAnswer.of(runs.stream().map(RuntimeFigures::of).toList());
  }

  private static Optional<Element> missing(List<String> absent) {
    List<String> missing =
        absent.stream().filter(line -> line.startsWith(EXPERIMENT + "/")).toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Section.note(
                "Not played: " + String.join("; ", missing).replace(EXPERIMENT + "/", "") + "."));
  }

  private static Element[] row(PlayedRun run) {
    RuntimeFigures runtime = RuntimeFigures.of(run);
    Figures cost = Figures.of(run.recording());
    return new Element[] {
      Table.cell(runtime.name()),
      Table.cell(runtime.isKnown() ? runtime.forNobody() + " of " + runtime.handled() : UNKNOWN),
      Table.cell(runtime.drain().map(Wording::seconds).orElse(UNKNOWN)),
      Table.cell(text(cost.cpuSecondsPerRequest(), cpu -> Wording.number(cpu * 1000, 2) + " ms")),
      Table.cell(text(cost.idleCores(), idle -> Wording.number(idle, 6) + " cores")),
      Table.cell(text(cost.residentBytes(), bytes -> Wording.number(bytes / MEGABYTE, 0) + " MB")),
      Table.cell(run.analysis().windows().stream().map(window -> back(run, window)).toList())
    };
  }

  private static String text(OptionalDouble value, DoubleFunction<String> words) {
    return value.isPresent() ? words.apply(value.getAsDouble()) : UNKNOWN;
  }

  private static String back(PlayedRun run, WindowFinding finding) {
    OptionalLong returned = finding.returnMillis();
    String rate = "rate[" + Wording.window(run.scenario(), finding.window()) + "]: ";
    return returned.isPresent()
        ? rate
            + Wording.seconds(
                Duration.ofMillis(returned.getAsLong() - run.recording().marks().loadEndMillis()))
        : rate + "not seen";
  }
}
