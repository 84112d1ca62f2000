package ratelab.exporter.rules;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import ratelab.exporter.proc.CommandLine;
import ratelab.exporter.proc.ProcessId;

/**
 * Tells the groups of an item without any process: those whose name and labels are plain text, or
 * made of nothing but the command name or the program that the item itself lists.
 */
final class FixedGroups {
  private FixedGroups() {}

  static Stream<GroupKey> of(Destination.Group group, List<Selector> selectors) {
    Set<ProcessField> used = EnumSet.noneOf(ProcessField.class);
    for (ProcessField field : ProcessField.values()) {
      if (group.template().uses(field)) used.add(field);
    }
    return examples(used, selectors)
        .map(example -> group.template().render(example, Collections.emptySortedMap()))
        .flatMap(key -> withChildren(key, group.children()));
  }

  private static Stream<GroupKey> withChildren(GroupKey key, Children children) {
    Optional<GroupKey> below =
        children instanceof Children.OwnGroup own ? own.groupBelow(key, true) : Optional.empty();
    return Stream.concat(Stream.of(key), below.stream());
  }

  /** Processes as the selectors describe them, in as far as the names depend on them. */
  private static Stream<Subject> examples(Set<ProcessField> used, List<Selector> selectors) {
    if (used.isEmpty()) return Stream.of(example("", ""));
    if (used.equals(Set.of(ProcessField.COMM))) {
      return entries(selectors, Selector.Comm.class, Selector.Comm::names)
          .map(comm -> example(comm, comm));
    }
    if (used.equals(Set.of(ProcessField.EXE_BASE))) {
      return entries(selectors, Selector.Exe.class, Selector.Exe::entries)
          .map(program -> example("", program));
    }
    return Stream.empty();
  }

  private static <S extends Selector> Stream<String> entries(
      List<Selector> selectors, Class<S> kind, Function<S, Set<String>> entries) {
    return selectors.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .map(entries)
        .flatMap(Set::stream);
  }

  private static Subject example(String comm, String program) {
    return new Subject(
        new Candidate(
            new ProcessId(0, 0),
            comm,
            new CommandLine(List.of(program)),
            0,
            "",
            List.of(),
            Instant.EPOCH,
            false));
  }
}
