package ratelab.exporter.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
public record YamlPlace(String file, String path, Node node) {
  private static final String MERGE_KEY = "<<";
  private static final Set<String> TRUE = Set.of("true", "yes", "on", "y");
  private static final Set<String> FALSE = Set.of("false", "no", "off", "n");

  /** The value of a key of this mapping; empty if missing or null. */
  public Optional<YamlPlace> child(String key, String expectation) throws ConfigException {
    if (!(node instanceof MappingNode mapping)) throw expected(expectation);
    return value(mapping, key)
        .filter(value -> !value.getTag().equals(Tag.NULL))
        .map(value -> new YamlPlace(file, childPath(key), value));
  }

  /** The keys of this mapping in their order, what {@code <<} merges in included. */
  public Set<String> keys(String expectation) throws ConfigException {
    if (!(node instanceof MappingNode mapping)) throw expected(expectation);
    Set<String> keys = new LinkedHashSet<>();
    collectKeys(mapping, keys);
    return keys;
  }

  private static void collectKeys(Node source, Set<String> keys) {
    switch (source) {
      case MappingNode mapping -> {
        for (NodeTuple entry : mapping.getValue()) {
          if (!(entry.getKeyNode() instanceof ScalarNode name)) continue;
          if (name.getValue().equals(MERGE_KEY)) collectKeys(entry.getValueNode(), keys);
          else keys.add(name.getValue());
        }
      }
      case SequenceNode sequence -> sequence.getValue().forEach(node -> collectKeys(node, keys));
      default -> {}
    }
  }

  public List<YamlPlace> items(String expectation) throws ConfigException {
    if (!(node instanceof SequenceNode sequence)) throw expected(expectation);
    List<YamlPlace> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(new YamlPlace(file, path + "[" + items.size() + "]", item));
    }
    return items;
  }

  /** The text as written: process-exporter, too, takes numbers where names belong. */
  public String text(String expectation) throws ConfigException {
    if (!(node instanceof ScalarNode scalar)) throw expected(expectation);
    return scalar.getValue();
  }

  /** The truth value written here, unquoted; empty if it is none. */
  public Optional<Boolean> truth() {
    return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)
        ? Optional.of(Boolean.parseBoolean(scalar.getValue()))
        : Optional.empty();
  }

  /** Yes or no, in the spellings of YAML 1.1, which Go's library takes. */
  public boolean trueOrFalse() throws ConfigException {
    String text = text("true or false").toLowerCase(Locale.ROOT);
    if (TRUE.contains(text)) return true;
    if (FALSE.contains(text)) return false;
    throw expected("true or false");
  }

  /**
   * All keys of this mapping with their values, in the file's order, for a mapping that takes
   * nothing by chance: of equal keys only one may be there. What {@code <<} merges in comes last.
   *
   * @throws ConfigException if this is no mapping, a key is no text, or two are equal
   */
  public Map<String, YamlPlace> entries(String expectation) throws ConfigException {
    if (!(node instanceof MappingNode mapping)) throw expected(expectation);
    Map<String, YamlPlace> entries = new LinkedHashMap<>();
    List<Node> merged = new ArrayList<>();
    for (NodeTuple entry : mapping.getValue()) {
      YamlPlace key = new YamlPlace(file, path, entry.getKeyNode());
      String name = key.text("a key that is text");
      YamlPlace value = new YamlPlace(file, childPath(name), entry.getValueNode());
      if (name.equals(MERGE_KEY)) {
        merged.add(entry.getValueNode());
      } else if (entries.put(name, value) != null) {
        throw key.expected("each key once");
      }
    }
    for (Node source : merged) {
      List<Node> sources = source instanceof SequenceNode list ? list.getValue() : List.of(source);
      for (Node one : sources) {
        new YamlPlace(file, path, one).entries(expectation).forEach(entries::putIfAbsent);
      }
    }
    return entries;
  }

  /**
   * Refuses every key but the known ones.
   *
   * @throws ConfigException at the first other key
   */
  public void onlyKeys(Collection<String> known) throws ConfigException {
    String expectation = "keys and values, such as " + known.iterator().next();
    for (Map.Entry<String, YamlPlace> entry : entries(expectation).entrySet()) {
      if (known.contains(entry.getKey())) continue;
      throw entry.getValue().refused("is no key here; expected one of " + String.join(", ", known));
    }
  }

  /** That this key may not be here, and why. */
  public ConfigException refused(String reason) {
    return new ConfigException(position() + " " + reason);
  }

  public ConfigException expected(String expectation) {
    return new ConfigException(
        position() + " expected " + expectation + ", found " + description());
  }

  private String position() {
    int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    return file + ":" + line + ":" + (path.isEmpty() ? "" : " " + path + ":");
  }

  private String childPath(String key) {
    return path.isEmpty() ? key : path + "." + key;
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
