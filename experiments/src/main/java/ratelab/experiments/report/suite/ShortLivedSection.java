package ratelab.experiments.report.suite;

import java.util.List;
import java.util.Optional;
import ratelab.experiments.analysis.ChildrenCpu;
import ratelab.experiments.recording.CpuCounter;
import ratelab.experiments.report.markup.Element;
import ratelab.experiments.report.page.Section;
import ratelab.experiments.report.page.Table;
import ratelab.experiments.report.wording.Wording;
import ratelab.experiments.scenario.Expectation;

/**
 * How much of the CPU of children that are born and die between two scrapes each counter missed.
 */
final class ShortLivedSection {
  private ShortLivedSection() {}

  /** Nothing where no run has such children. */
  static Optional<Section> of(List<PlayedRun> all) {
    List<PlayedRun> runs =
        all.stream().filter(run -> run.expects(Expectation.ChildrenMissedAsDerived.class)).toList();
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    Table table =
        Table.of(
            "Run",
            "A child lives for",
            "CPU by their own reading",
            "Nanosecond counter",
            "Tick counter");
    runs.forEach(run -> table.row(row(run)));
    return Optional.of(
        new Section(
            "short-lived",
            "How much each counter missed of short-lived children",
            Element.of("div")
                .add(table.element())
                .add(
                    Section.note(
                        "What a child spends after the last scrape that sees it is in no sample: of"
                            + " one that lives for L < S a share of L/2S is seen, of a longer one"
                            + " 1 − S/2L."))));
  }

  private static String[] row(PlayedRun run) {
    return ChildrenCpu.of(run.recording())
        .map(
            cpu ->
                new String[] {
                  run.shortName(),
                  life(run, cpu),
                  Wording.number(cpu.spentSeconds(), 2) + " s",
                  seen(cpu, CpuCounter.NANOSECONDS),
                  seen(cpu, CpuCounter.TICKS)
                })
        .orElseGet(
            () ->
                new String[] {run.shortName(), "not known", "not known", "not known", "not known"});
  }

  private static String life(PlayedRun run, ChildrenCpu cpu) {
    double intervals = cpu.lifeMillis() / run.scenario().scrapeInterval().toMillis();
    return "%s ms, %s of a scrape interval"
        .formatted(Wording.number(cpu.lifeMillis(), 0), Wording.number(intervals, 2));
  }

  private static String seen(ChildrenCpu cpu, CpuCounter counter) {
    return "%s s counted, %s missed"
        .formatted(
            Wording.number(cpu.seenSeconds(counter), 2), Wording.percent(cpu.missedShare(counter)));
  }
}
