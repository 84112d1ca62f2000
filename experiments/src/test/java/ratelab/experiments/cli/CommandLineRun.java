package ratelab.experiments.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a command line of the lab did.
 *
 * @param exitCode its exit code
 * @param out what it printed
 * @param err what it warned of
 */
record CommandLineRun(int exitCode, String out, String err) {
  static CommandLineRun lab(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        new LabMain()
            .commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new CommandLineRun(exitCode, out.toString(), err.toString());
  }
}
