package ratelab.exporter.rules;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The rules in order: the first that says anything decides.
 *
 * @param childrenInherit whether a process that none matches joins its nearest grouped ancestor
 */
public record GroupRules(List<Rule> rules, boolean childrenInherit) {
  public GroupRules {
    rules = List.copyOf(rules);
  }

  /** Legal, as with process-exporter: nothing is tracked. */
  public static GroupRules none() {
    return new GroupRules(List.of(), true);
  }

  /** Whether the rules ask for {@link Candidate#cgroups}, which cost a file to read. */
  public boolean needsCgroups() {
    return rules.stream().anyMatch(rule -> rule.uses(ProcessField.CGROUPS));
  }

  /** Whether nothing can ever be tracked. */
  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /**
   * The groups that can be told before any process was seen: those whose name and labels are plain
   * text, or follow from the command names or programs that their rule lists.
   */
  public NavigableSet<GroupKey> fixedGroups() {
    NavigableSet<GroupKey> groups = new TreeSet<>();
    rules.forEach(rule -> rule.fixedGroups().forEach(groups::add));
    return groups;
  }

  /** Judges a process by what was read of it. */
  public Verdict judge(Candidate candidate) {
    Subject subject = new Subject(candidate);
    for (Rule rule : rules) {
      Optional<Verdict> verdict = rule.judge(subject, childrenInherit);
      if (verdict.isPresent()) return verdict.get();
    }
    return new Verdict.Unmatched();
  }
}
