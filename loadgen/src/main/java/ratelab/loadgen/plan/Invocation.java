package ratelab.loadgen.plan;

import java.util.List;

/** What a command line means. */
public sealed interface Invocation {
  /**
   * Run this plan.
   *
   * @param notes remarks for standard error, one line each
   */
  record Load(Plan plan, List<String> notes) implements Invocation {}

  /**
   * Work on results of earlier runs.
   *
   * @param name of the command
   * @param words after it
   */
  record OnResults(String name, List<String> words) implements Invocation {
    public OnResults {
      words = List.copyOf(words);
    }
  }

  /** Print this text: help or version. */
  record Answer(String text) implements Invocation {}

  /**
   * Print why not, and what to do about it.
   *
   * @param exitCode 2 for what cannot be parsed, 1 for what makes no sense, as hey
   */
  record Refusal(String message, int exitCode) implements Invocation {}
}
