package ratelab.exporter.rules;

/** What the rules say about a process. */
public sealed interface Verdict {
  /** A rule matched. */
  record Joins(Membership membership) implements Verdict {}

  /** A rule says that the process belongs nowhere, not even to the group of its ancestor. */
  record Excluded() implements Verdict {}

  /** No rule matched: its ancestors decide. */
  record Unmatched() implements Verdict {}
}
