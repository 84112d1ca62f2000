package ratelab.experiments.junit;

import java.util.ArrayList;
import java.util.List;
import ratelab.experiments.analysis.Status;
import ratelab.experiments.analysis.Verdict;
import ratelab.experiments.analysis.WindowFinding;
import ratelab.experiments.rate.Curve;
import ratelab.experiments.report.terminal.TextCurve;
import ratelab.experiments.scenario.Durations;

/** Turns a verdict into JUnit's terms, with the curve as text and the cause. */
final class Judgement {
  private static final int WIDTH = 80;
  private static final int HEIGHT = 6;

  private Judgement() {}

  /**
   * @throws InconclusiveException if the run does not tell
   * @throws AssertionError if the verdict is a failure
   */
  static void check(PlayedRun run, Verdict verdict) {
    if (!run.analysis().problems().isEmpty()) {
      throw new InconclusiveException(
          "%s cannot be judged: %s%n%s"
              .formatted(run, String.join(" ", run.analysis().problems()), picture(run)));
    }
    if (verdict.status() == Status.PASS) return;
    String message =
        "%s: %s%n  expected: %s%n  observed: %s%n  tolerance: %s%n  %s%n%n%s"
            .formatted(
                run,
                verdict.name(),
                verdict.forecast(),
                verdict.observed(),
                verdict.tolerance(),
                verdict.reason(),
                picture(run));
    if (verdict.status() == Status.INCONCLUSIVE) throw new InconclusiveException(message);
    throw new AssertionError(message);
  }

  /** The answer, the first window's curve, and where to see more. */
  private static String picture(PlayedRun run) {
    List<String> lines = new ArrayList<>();
    lines.add(run.analysis().answer());
    run.analysis().windows().stream().findFirst().ifPresent(w -> lines.addAll(drawn(run, w)));
    lines.add("report: " + run.report());
    return String.join("\n", lines);
  }

  /** How verdicts name the curve: {@code rate[30s]}. */
  static String name(PlayedRun run, WindowFinding finding) {
    return "rate[" + Durations.print(run.recording().scenario().nominal(finding.window())) + "]";
  }

  private static List<String> drawn(PlayedRun run, WindowFinding finding) {
    Curve curve = finding.nanos();
    List<String> lines = new ArrayList<>();
    lines.add(name(run, finding) + " in cores, seconds from the load's end:");
    lines.addAll(TextCurve.draw(curve, run.recording().marks().loadEndMillis(), WIDTH, HEIGHT));
    return lines;
  }
}
