package ratelab.experiments.report.suite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import ratelab.experiments.analysis.CountedCpu;
import ratelab.experiments.report.markup.Element;
import ratelab.experiments.report.page.Section;
import ratelab.experiments.report.page.Table;
import ratelab.experiments.report.wording.Wording;
import ratelab.experiments.scenario.Counter;
import ratelab.experiments.scenario.Expectation;
import ratelab.experiments.scenario.Pace;
import ratelab.experiments.scenario.Scenario;

/** By how much each counter missed a known CPU time: the error table. */
final class BurnSection {
  private static final String UNKNOWN = "not known";

  private BurnSection() {}

  /** Nothing where no run holds a counter against the independent measure. */
  static Optional<Section> of(List<PlayedRun> all) {
    List<PlayedRun> runs =
        all.stream().filter(run -> run.expects(Expectation.CounterError.class)).toList();
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    Table table =
        Table.of(
            "Run",
            "Asked of handlers",
            "Independent measure",
            "Nanosecond counter",
            "Tick counter",
            "Reference exporter");
    runs.forEach(run -> table.row(row(run)));
    return Optional.of(
        new Section(
            "burn",
            "How wrong each counter was",
            Element.of("div")
                .add(Section.paragraph(answer(runs)))
                .add(table.element())
                .add(
                    Section.note(
                        simulated(runs)
                            + "From the first to the last scrape within the load. The independent"
                            + " measure is what the scheduler accounts the target's threads; it"
                            + " holds what a request costs beside its handler, too."))));
  }

  private static String simulated(List<PlayedRun> runs) {
    return runs.stream().anyMatch(PlayedRun::isSimulated)
        ? "The simulated lab's nanosecond counter is its independent measure; --lab local has a"
            + " real one. "
        : "";
  }

  private static String answer(List<PlayedRun> runs) {
    return Arrays.stream(Counter.values())
        .flatMap(counter -> worst(runs, counter).stream().mapToObj(e -> atMost(counter, e)))
        .collect(Collectors.joining(", ", "Furthest from the independent measure: ", "."));
  }

  private static OptionalDouble worst(List<PlayedRun> runs, Counter counter) {
    return runs.stream()
        .flatMap(run -> CountedCpu.of(run.recording(), counter).stream())
        .mapToDouble(cpu -> Math.abs(cpu.errorShare()))
        .max();
  }

  private static String atMost(Counter counter, double share) {
    String name =
        switch (counter) {
          case NANOSECONDS -> "nanosecond counter ";
          case TICKS -> "tick counter ";
          case REFERENCE -> "reference exporter ";
        };
    return name + Wording.number(share * 100, 3) + " %";
  }

  private static String[] row(PlayedRun run) {
    List<String> cells = new ArrayList<>(List.of(run.shortName(), asked(run.scenario())));
    cells.add(
        CountedCpu.of(run.recording(), Counter.NANOSECONDS)
            .or(() -> CountedCpu.of(run.recording(), Counter.TICKS))
            .map(cpu -> cores(cpu.independentCores()))
            .orElse(UNKNOWN));
    for (Counter counter : Counter.values()) {
      cells.add(error(run, counter));
    }
    return cells.toArray(String[]::new);
  }

  /** CPU time of a handler x requests a second; a closed load asks for no certain rate. */
  private static String asked(Scenario scenario) {
    return scenario.load().pace() instanceof Pace.Open open
        ? cores(scenario.target().cpu().toNanos() / 1e9 * open.perSecond())
        : UNKNOWN;
  }

  private static String cores(double cores) {
    return Wording.number(cores, 5) + " cores";
  }

  private static String error(PlayedRun run, Counter counter) {
    return CountedCpu.of(run.recording(), counter)
        .map(cpu -> signed(cpu.errorShare() * 100) + " %")
        .orElse(counter == Counter.REFERENCE ? "not installed" : UNKNOWN);
  }

  private static String signed(double percent) {
    String number = Wording.number(percent, 3);
    return percent > 0 ? "+" + number : number;
  }
}
