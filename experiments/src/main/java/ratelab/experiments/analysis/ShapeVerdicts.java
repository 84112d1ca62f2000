package ratelab.experiments.analysis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ratelab.experiments.analysis.shape.Aspect;
import ratelab.experiments.analysis.shape.CpuPulse;
import ratelab.experiments.analysis.shape.ShapeComparison.Line;
import ratelab.experiments.analysis.shape.View;
import ratelab.experiments.rate.Dialect;
import ratelab.experiments.rate.RangeFunction;
import ratelab.experiments.rate.RangeModifier;
import ratelab.experiments.rate.ScrapeGrid;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Durations;
import ratelab.experiments.scenario.Expectation;

/** Judges what curves look like, for many ways of looking at one run; a verdict for each aspect. */
final class ShapeVerdicts {
  private final Recording recording;
  private final Shapes shapes;

  ShapeVerdicts(Recording recording) {
    this.recording = recording;
    this.shapes = Shapes.of(recording);
  }

  Stream<Verdict> all(Expectation.ShapeAsDerived expected) {
    // Else what passes for its pulse may be some CPU of the idle target's own.
    Signal signal = Signal.of(recording);
    if (!signal.isVisible()) {
      return Stream.of(
          Verdicts.inconclusive(
              "shape of the curves", "as derived", "no signal", signal.whyNotVisible()));
    }
    Optional<CpuPulse> pulse = shapes.pulse();
    if (pulse.isEmpty()) {
      return Stream.of(
          Verdicts.inconclusive(
              "shape of the curves",
              "as derived",
              "no pulse",
              "The load's CPU does not stand out from the idle target: give it more cpu."));
    }
    List<Duration> finer = expected.scrapes().stream().filter(this::isFiner).toList();
    if (finer.size() == expected.scrapes().size()) {
      return Stream.of(
          Verdicts.inconclusive(
              "shape of the curves",
              "as derived",
              "none of the scrapes",
              notJudged(finer)
                  + " A recording can be looked at as slower scrapers would have seen it, never as"
                  + " faster ones: replay it with a shorter --scrape, or with none."));
    }
    Map<Aspect, ShapeTally> tallies = new EnumMap<>(Aspect.class);
    for (View view : views(expected)) {
      for (Line line : shapes.compare(view, pulse.get()).lines()) {
        tallies.computeIfAbsent(line.aspect(), ShapeTally::new).add(words(view), view, line);
      }
    }
    String remark = finer.isEmpty() ? "" : notJudged(finer);
    return tallies.values().stream().map(tally -> tally.verdict(remark));
  }

  /** A replay may have left scrapes out, so that the expectation's own are no more to be had. */
  private boolean isFiner(Duration interval) {
    return interval.compareTo(recording.scenario().scrapeInterval()) < 0;
  }

  private String notJudged(List<Duration> finer) {
    return String.format(
        Locale.ROOT,
        "Not judged: scrapes every %s, for the recording is scraped every %s.",
        finer.stream().map(this::nominal).collect(Collectors.joining(", ")),
        nominal(recording.scenario().scrapeInterval()));
  }

  private List<View> views(Expectation.ShapeAsDerived expected) {
    List<View> views = new ArrayList<>();
    for (Duration interval : expected.scrapes()) {
      if (isFiner(interval)) {
        continue;
      }
      for (ScrapeGrid grid : grids(interval, expected.phases())) {
        for (Duration window : expected.windows()) {
          for (RangeModifier modifier : RangeModifier.values()) {
            for (RangeFunction function : RangeFunction.ofCpu()) {
              if (modifier.allows(function)) {
                views.add(new View(grid, window, function, modifier, Dialect.V3));
              }
            }
          }
        }
      }
    }
    return views;
  }

  /** The recorded scrapes have the phase that they have; slower ones are spread over theirs. */
  private List<ScrapeGrid> grids(Duration interval, int phases) {
    if (interval.equals(recording.scenario().scrapeInterval())) {
      return List.of(shapes.recordedGrid());
    }
    List<ScrapeGrid> grids = new ArrayList<>();
    for (int i = 0; i < phases; i++) {
      grids.add(shapes.grid(interval, interval.multipliedBy(i).dividedBy(phases)));
    }
    return grids;
  }

  private String words(View view) {
    return String.format(
        Locale.ROOT,
        "%s[%s%s] scraped every %s",
        view.function().name().toLowerCase(Locale.ROOT),
        nominal(view.window()),
        view.modifier() == RangeModifier.PLAIN ? "" : " " + view.modifier().word(),
        nominal(view.grid().interval()));
  }

  private String nominal(Duration actual) {
    return Durations.print(recording.scenario().nominal(actual));
  }
}
