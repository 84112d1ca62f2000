package ratelab.exporter.rules;

import java.util.Optional;
import java.util.stream.Stream;

/** One step of the judgement. */
sealed interface Rule permits ItemRule, NameMapping {
  /**
   * What this rule says about a process; empty if it says nothing and the next one decides.
   *
   * @param childrenInherit whether descendants that no rule matches follow, unless the rule itself
   *     says otherwise
   */
  Optional<Verdict> judge(Subject subject, boolean childrenInherit);

  /** Groups that can be told without any process. */
  Stream<GroupKey> fixedGroups();

  /** Whether names or labels are made of this field of the process. */
  boolean uses(ProcessField field);
}
