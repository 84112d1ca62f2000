package ratelab.experiments.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
   * Checks all verdicts on an expectation.
   *
   * @param expectation what is to hold, in words; told if there is no verdict on it
   * @throws InconclusiveException if the run does not tell; nothing to judge by tells nothing
   * @throws AssertionError if a verdict is a failure
   */
  static void check(PlayedRun run, List<Verdict> verdicts, String expectation) {
    if (verdicts.isEmpty()) {
      throw new InconclusiveException(
          "%s cannot be judged: it recorded nothing that tells whether %s.%n%s"
              .formatted(run, expectation, picture(run, "")));
    }
    verdicts.forEach(verdict -> check(run, verdict));
  }

  private static void check(PlayedRun run, Verdict verdict) {
    String picture = picture(run, verdict.name());
    if (!run.analysis().problems().isEmpty()) {
      throw new InconclusiveException(
          "%s cannot be judged: %s%n%s"
              .formatted(run, String.join(" ", run.analysis().problems()), picture));
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
                picture);
    if (verdict.status() == Status.INCONCLUSIVE) throw new InconclusiveException(message);
    throw new AssertionError(message);
  }

  /** The answer, a curve, and where to see more. */
  private static String picture(PlayedRun run, String verdict) {
    List<String> lines = new ArrayList<>();
    lines.add(run.analysis().answer());
    judged(run, verdict).ifPresent(w -> lines.addAll(drawn(run, w)));
    lines.add("report: " + run.report());
    return String.join("\n", lines);
  }

  /** The window that a verdict is about; the first if it is about the run. */
  private static Optional<WindowFinding> judged(PlayedRun run, String verdict) {
    List<WindowFinding> windows = run.analysis().windows();
    return windows.stream()
        .filter(window -> isAbout(run, window, verdict))
        .findFirst()
        .or(() -> windows.stream().findFirst());
  }

  /** Whether a verdict of this name is about this window's curve. */
  static boolean isAbout(PlayedRun run, WindowFinding window, String verdict) {
    return verdict.startsWith(name(run, window) + " ");
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
