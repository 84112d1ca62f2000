package ratelab.exporter.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ratelab.exporter.yaml.ConfigException;
import ratelab.exporter.yaml.YamlFile;
import ratelab.exporter.yaml.YamlPlace;

/** Reads the configuration file. Keys that are not known are ignored, as in process-exporter. */
public final class RulesFile {
  private RulesFile() {}

  /**
   * Reads the rules.
   *
   * @throws ConfigException if the file cannot be read or says something that cannot be meant
   */
  public static GroupRules read(Path file, boolean childrenInherit) throws ConfigException {
    Optional<YamlPlace> top = YamlFile.read(file, "-config.path");
    List<Rule> rules = new ArrayList<>();
    if (top.isPresent()) {
      for (YamlPlace item : items(top.get())) {
        rules.add(ItemReader.read(item));
      }
    }
    return new GroupRules(rules, childrenInherit);
  }

  private static List<YamlPlace> items(YamlPlace top) throws ConfigException {
    Optional<YamlPlace> list = top.child("process_names", "the key process_names with a list");
    return list.isEmpty() ? List.of() : list.get().items("a list of items that name processes");
  }
}
