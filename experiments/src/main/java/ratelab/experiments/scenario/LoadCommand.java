package ratelab.experiments.scenario;

import java.util.List;

/**
 * A load that is not the lab's own.
 *
 * @param words program and arguments
 * @param isHey whether it is hey, whose summary the lab can read, and which is given the target's
 *     URL as its last argument
 */
public record LoadCommand(List<String> words, boolean isHey) {
  public LoadCommand {
    words = List.copyOf(words);
  }
}
