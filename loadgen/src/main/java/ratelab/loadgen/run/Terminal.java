package ratelab.loadgen.run;

import java.io.PrintStream;

/**
 * Where a run speaks.
 *
 * @param out results
 * @param err everything else
 * @param live whether a person watches {@code err}, so that a line may be redrawn there
 */
public record Terminal(PrintStream out, PrintStream err, boolean live) {}
