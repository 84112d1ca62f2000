package ratelab.experiments.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import ratelab.experiments.analysis.shape.CpuPulse;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.scenario.Durations;

/**
 * The few numbers by which runs are compared.
 *
 * @param figures in a fixed order; the same names for runs of the same scenario
 * @param problems why the run can not be judged; empty for a valid run
 */
public record RunFigures(List<Figure> figures, List<String> problems) {
  public RunFigures {
    figures = List.copyOf(figures);
    problems = List.copyOf(problems);
  }

  /**
   * One number.
   *
   * @param name what it is
   * @param unit its unit
   * @param value empty if the run does not show it
   * @param resolution how exactly a single run can know it, in its unit
   * @param moreIsWorse whether a rise is a regression; otherwise it is only a change
   */
  public record Figure(
      String name, String unit, OptionalDouble value, double resolution, boolean moreIsWorse) {}

  /** The figures of a run. */
  public static RunFigures of(Recording recording) {
    Findings findings = Findings.of(recording);
    double scrape = recording.scenario().scrapeInterval().toMillis() / 1000.0;
    List<Figure> figures = new ArrayList<>();
    OptionalDouble drain =
        findings.drain(recording).stream().mapToDouble(d -> d.toMillis() / 1000.0).findFirst();
    figures.add(new Figure("drain", "s", drain, scrape, true));
    Shapes shapes = Shapes.of(recording);
    OptionalDouble plateau = shapes.pulse().stream().mapToDouble(CpuPulse::cores).findFirst();
    double spread = findings.signal().measuredSpreadCores();
    figures.add(new Figure("plateau", "cores", plateau, spread, false));
    figures.add(cpuPerRequest(recording, shapes, findings));
    for (WindowFinding window : findings.windows()) {
      OptionalDouble tail =
          window.decay().stream()
              .mapToDouble(d -> d.phase().plus(d.tail()).toMillis() / 1000.0)
              .findFirst();
      String name =
          "tail of rate[%s]"
              .formatted(Durations.print(recording.scenario().nominal(window.window())));
      // The scrape phase alone moves it by an interval, the last request's CPU by another.
      figures.add(new Figure(name, "s", tail, 2 * scrape, true));
    }
    return new RunFigures(
        figures,
        Validity.problems(recording, findings.signal()).stream().map(Problem::text).toList());
  }

  private static Figure cpuPerRequest(Recording recording, Shapes shapes, Findings findings) {
    long handled = findings.workedOff().handled();
    long requests = handled > 0 ? handled : recording.load().sent();
    OptionalDouble milliseconds =
        requests == 0 || Figures.beganAnew(recording, findings.signal().counter())
            ? OptionalDouble.empty()
            : shapes.pulse().stream()
                .mapToDouble(p -> 1000 * p.cpuSeconds() / requests)
                .findFirst();
    double resolution =
        requests == 0
            ? 0
            : 1000
                * findings.signal().measuredSpreadCores()
                * recording.scenario().load().duration().toSeconds()
                / requests;
    return new Figure("CPU per request", "ms", milliseconds, resolution, true);
  }

  /** A value as it is printed. */
  public static String print(Figure figure) {
    return figure.value().isPresent()
        ? number(figure.value().getAsDouble(), figure.unit())
        : "not known";
  }

  /** A value in a unit. */
  public static String number(double value, String unit) {
    return switch (unit) {
      case "cores" -> String.format(Locale.ROOT, "%.6f cores", value);
      case "ms" -> String.format(Locale.ROOT, "%.3f ms", value);
      default -> String.format(Locale.ROOT, "%.1f %s", value, unit);
    };
  }
}
