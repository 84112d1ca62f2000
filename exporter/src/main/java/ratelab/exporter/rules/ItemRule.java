package ratelab.exporter.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One item of the configuration.
 *
 * @param selectors all must select the process
 * @param exclusions none may
 */
record ItemRule(
    List<Selector> selectors,
    List<Selector> exclusions,
    CommandLinePatterns commandLine,
    Destination destination)
    implements Rule {
  @Override
  public Optional<Verdict> judge(Subject subject, boolean childrenInherit) {
    for (Selector selector : selectors) {
      if (!selector.selects(subject)) return Optional.empty();
    }
    for (Selector exclusion : exclusions) {
      if (exclusion.selects(subject)) return Optional.empty();
    }
    return commandLine
        .find(subject)
        .map(captures -> destination.of(subject, captures, childrenInherit));
  }

  @Override
  public Stream<GroupKey> fixedGroups() {
    return switch (destination) {
      case Destination.Nowhere() -> Stream.empty();
      case Destination.Group group -> FixedGroups.of(group, selectors);
    };
  }

  @Override
  public boolean uses(ProcessField field) {
    return destination instanceof Destination.Group group && group.template().uses(field);
  }
}
