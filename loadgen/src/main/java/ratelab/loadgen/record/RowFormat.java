package ratelab.loadgen.record;

/** How attempts look in a file of rows. */
public interface RowFormat {
  /** The lines before the first row, each with its line feed. */
  String head();

  /** Appends one row with its line feed. */
  void append(StringBuilder text, Attempt attempt);
}
