package ratelab.exporter.group;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One item of the configuration: a process that fulfils every condition belongs to the group named.
 *
 * @param childrenGroup own group of descendants that no rule matches
 */
record GroupRule(
    NameTemplate name,
    List<Selector> selectors,
    CommandLinePatterns commandLine,
    Optional<String> childrenGroup) {

  /** The name of the group, if the process belongs here. */
  Optional<String> groupOf(Candidate candidate) {
    for (Selector selector : selectors) {
      if (!selector.selects(candidate)) return Optional.empty();
    }
    Optional<Map<String, String>> captures = commandLine.find(candidate.commandLine().joined());
    return captures.map(found -> name.render(candidate, found));
  }
}
