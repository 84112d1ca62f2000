package ratelab.exporter.rules;

import java.nio.file.Path;
import ratelab.exporter.yaml.ConfigException;

/** Where rules come from. */
public sealed interface RuleSource {
  /**
   * The rules as they are now; a file is read again each time.
   *
   * @param childrenInherit whether a process that no rule matches joins its nearest grouped
   *     ancestor
   * @throws ConfigException if a file cannot be read or says something that cannot be meant
   */
  GroupRules read(boolean childrenInherit) throws ConfigException;

  /** Legal, as with process-exporter: nothing is tracked. */
  record Nothing() implements RuleSource {
    @Override
    public GroupRules read(boolean childrenInherit) {
      return GroupRules.none();
    }
  }

  /** A configuration file. */
  record ConfigFile(Path path) implements RuleSource {
    @Override
    public GroupRules read(boolean childrenInherit) throws ConfigException {
      return RulesFile.read(path, childrenInherit);
    }
  }

  /** Names from the command line. */
  record Names(NameMapping mapping) implements RuleSource {
    @Override
    public GroupRules read(boolean childrenInherit) {
      return new GroupRules(mapping.rules(), childrenInherit);
    }
  }
}
