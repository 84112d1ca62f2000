package ratelab.experiments.cli;

import java.util.List;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in a sentence. */
final class UsageText {
  private UsageText() {}

  static String of(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return String.valueOf(e.getMessage());
    }
    String first = unmatched.getUnmatched().getFirst();
    String what = unmatched.isUnknownOption() ? "option" : expected(e);
    return "there is no " + what + " '" + first + "'" + hint(unmatched.getSuggestions());
  }

  /** Commands stand where the command that was read has some. */
  private static String expected(ParameterException e) {
    return e.getCommandLine().getSubcommands().isEmpty() ? "further argument" : "command";
  }

  private static String hint(List<String> suggestions) {
    return suggestions.isEmpty() ? "" : "; did you mean " + suggestions.getFirst() + "?";
  }
}
