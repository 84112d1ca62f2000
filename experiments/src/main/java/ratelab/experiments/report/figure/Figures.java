package ratelab.experiments.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.analysis.WindowFinding;
import ratelab.experiments.recording.Recording;

/**
 * All figures of a report.
 *
 * @param causes the seconds of each cause; nothing where no curve returned
 * @param rates a curve a window, shortest first
 * @param closeUp the end of the shortest window's curve; nothing where it is not known
 * @param counters nanoseconds and ticks side by side
 * @param original what the original experiment graphed
 * @param requests the load's requests
 */
public record Figures(
    Optional<Figure> causes,
    List<Figure> rates,
    Optional<Figure> closeUp,
    List<Figure> counters,
    List<Figure> original,
    Figure requests) {
  public Figures {
    rates = List.copyOf(rates);
    counters = List.copyOf(counters);
    original = List.copyOf(original);
  }

  /** The figures of a run. */
  public static Figures of(Analysis analysis, Recording recording) {
    Optional<WindowFinding> shortest = analysis.windows().stream().findFirst();
    Optional<CounterFigures> counters =
        shortest.map(w -> new CounterFigures(analysis, recording, w));
    RawFigures raw = new RawFigures(analysis, recording);
    List<Figure> original = new ArrayList<>(List.of(raw.counters(), raw.memory()));
    counters.ifPresent(c -> original.add(c.naive()));
    return new Figures(
        CausesFigure.of(analysis, recording.scenario()),
        analysis.windows().stream()
            .map(w -> new RateFigure(analysis, recording, w).figure())
            .toList(),
        shortest.flatMap(w -> CloseUpFigure.of(analysis, recording, w)),
        counters.map(CounterFigures::sideBySide).orElse(List.of()),
        original,
        RequestsFigure.of(analysis, recording));
  }

  /** Every figure, in the order of the report. */
  public List<Figure> all() {
    return Stream.of(
            causes.stream(),
            rates.stream(),
            closeUp.stream(),
            counters.stream(),
            original.stream(),
            Stream.of(requests))
        .flatMap(s -> s)
        .toList();
  }
}
