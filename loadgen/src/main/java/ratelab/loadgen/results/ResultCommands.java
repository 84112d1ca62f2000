package ratelab.loadgen.results;

import java.io.IOException;
import java.util.List;

/** The commands that work on results of earlier runs and send nothing. */
public enum ResultCommands {
  MERGE,
  COMPARE;

  /**
   * What a command came to.
   *
   * @param out for standard output
   * @param failures for standard error, one line each; the command has failed if there are any
   */
  public record Answer(String out, List<String> failures) {
    public Answer {
      failures = List.copyOf(failures);
    }
  }

  /**
   * Does it.
   *
   * @param words after the command's name
   * @throws IllegalArgumentException if the words make no sense
   * @throws IOException naming the file that cannot be read or written
   */
  public Answer run(List<String> words) throws IOException {
    return switch (this) {
      case MERGE -> new Answer(MergeCommand.run(words), List.of());
      case COMPARE -> {
        CompareCommand.Verdict verdict = CompareCommand.run(words);
        yield new Answer(verdict.table(), verdict.failures());
      }
    };
  }
}
