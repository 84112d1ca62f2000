package ratelab.exporter.group;

import java.util.List;
import java.util.Optional;

/**
 * The configuration's items in order: the first that matches decides.
 *
 * @param childrenInherit whether a process that matches none joins its nearest grouped ancestor
 */
public record GroupRules(List<GroupRule> rules, boolean childrenInherit) {
  public GroupRules {
    rules = List.copyOf(rules);
  }

  /** Legal, as with process-exporter: nothing is tracked. */
  public static GroupRules none() {
    return new GroupRules(List.of(), true);
  }

  /** Whether nothing can ever be tracked. */
  public boolean isEmpty() {
    return rules.isEmpty();
  }

  Optional<Membership> match(Candidate candidate) {
    for (GroupRule rule : rules) {
      Optional<String> group = rule.groupOf(candidate);
      if (group.isPresent()) return Optional.of(membership(rule, group.get()));
    }
    return Optional.empty();
  }

  private Membership membership(GroupRule rule, String group) {
    Optional<String> byDefault = childrenInherit ? Optional.of(group) : Optional.empty();
    return new Membership(group, rule.childrenGroup().or(() -> byDefault));
  }
}
