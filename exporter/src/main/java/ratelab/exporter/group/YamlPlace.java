package ratelab.exporter.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in a YAML file that knows where it stands, so that every error names file, line and key.
 *
 * @param path keys and positions from the top, such as {@code process_names[0].comm}
 */
record YamlPlace(String file, String path, Node node) {
  private static final String MERGE_KEY = "<<";

  /** The value of a key of this mapping; empty if missing or null. */
  Optional<YamlPlace> child(String key, String expectation) throws ConfigException {
    if (!(node instanceof MappingNode mapping)) throw expected(expectation);
    String childPath = path.isEmpty() ? key : path + "." + key;
    return value(mapping, key)
        .filter(value -> !value.getTag().equals(Tag.NULL))
        .map(value -> new YamlPlace(file, childPath, value));
  }

  List<YamlPlace> items(String expectation) throws ConfigException {
    if (!(node instanceof SequenceNode sequence)) throw expected(expectation);
    List<YamlPlace> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(new YamlPlace(file, path + "[" + items.size() + "]", item));
    }
    return items;
  }

  /** The text as written: process-exporter, too, takes numbers where names belong. */
  String text(String expectation) throws ConfigException {
    if (!(node instanceof ScalarNode scalar)) throw expected(expectation);
    return scalar.getValue();
  }

  ConfigException expected(String expectation) {
    int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    String key = path.isEmpty() ? "" : " " + path + ":";
    return new ConfigException(
        file + ":" + line + ":" + key + " expected " + expectation + ", found " + description());
  }

  private String description() {
    return switch (node) {
      case ScalarNode scalar -> "\"" + scalar.getValue() + "\"";
      case SequenceNode sequence -> "a list";
      case MappingNode mapping -> "keys and values";
      default -> "something else";
    };
  }

  /** Looks the key up; the last of equal keys counts, then what {@code <<} merges in. */
  private static Optional<Node> value(MappingNode mapping, String key) {
    Optional<Node> found = Optional.empty();
    Optional<Node> merged = Optional.empty();
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode name)) continue;
      if (name.getValue().equals(key)) found = Optional.of(entry.getValueNode());
      if (name.getValue().equals(MERGE_KEY)) merged = merged(entry.getValueNode(), key);
    }
    return found.isPresent() ? found : merged;
  }

  private static Optional<Node> merged(Node source, String key) {
    return switch (source) {
      case MappingNode mapping -> value(mapping, key);
      case SequenceNode sequence ->
          sequence.getValue().stream().flatMap(node -> merged(node, key).stream()).findFirst();
      default -> Optional.empty();
    };
  }
}
