package ratelab.experiments.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import ratelab.experiments.analysis.Analysis;
import ratelab.experiments.recording.Recording;
import ratelab.experiments.report.ReportFiles;
import ratelab.experiments.report.TerminalSummary;

/** Where the lab's words go: results to stdout, progress and warnings to stderr. */
final class Console {
  private final PrintWriter out;
  private final PrintWriter err;
  // The JVM cannot tell which of the two is a terminal; the launcher can.
  private final boolean terminal = Boolean.getBoolean("ratelab.terminal");
  private final boolean colour =
      Boolean.getBoolean("ratelab.colour") && System.getenv("NO_COLOR") == null;

  Console(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  /** Whether a line can be drawn over. */
  boolean isTerminal() {
    return terminal;
  }

  /** What may not be as it is meant, and stops nothing. */
  synchronized void warn(String text) {
    say("warning: " + text);
  }

  synchronized void say(String text) {
    err.println("lab: " + text);
    err.flush();
  }

  synchronized void line(String text) {
    err.println(text);
    err.flush();
  }

  /** Draws over the present line; nothing where that cannot be done. */
  synchronized void live(String text) {
    if (terminal) {
      err.print("\r\033[K" + text);
      err.flush();
    }
  }

  /** Draws lines over those that were drawn last; only where {@link #isTerminal}. */
  synchronized void redraw(List<String> lines, int drawnLast) {
    if (drawnLast > 0) {
      err.print("\033[" + drawnLast + "A");
    }
    lines.forEach(line -> err.print("\r\033[K" + line + "\n"));
    err.flush();
  }

  /** Takes the live line away. */
  synchronized void endLive() {
    if (terminal) {
      err.print("\r\033[K");
      err.flush();
    }
  }

  /** Prints a result. */
  synchronized void result(String text) {
    out.println(text);
    out.flush();
  }

  /** Writes the report's files and prints the summary. */
  synchronized void summary(Analysis analysis, Recording recording, Path directory)
      throws IOException {
    Path report = ReportFiles.write(directory, analysis, recording).report();
    out.println(TerminalSummary.render(analysis, recording, report, colour));
    out.flush();
  }
}
