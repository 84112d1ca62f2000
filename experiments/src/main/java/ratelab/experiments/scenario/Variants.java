package ratelab.experiments.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The variants of a scenario file: what stands above them, with the variant's own keys laid over
 * it. Mappings are merged key by key, lists and values replaced; a key without a value takes away
 * what stands above.
 */
final class Variants {
  static final String KEY = "variants";

  /** Keys that a variant has its own of, or none. */
  private static final Set<String> OF_THE_FILE = Set.of("format", "name", "speed", KEY);

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

  private Variants() {}

  /**
   * One variant.
   *
   * @param name its own, without the file's
   * @param merged the whole scenario
   */
  record Variant(String name, Place merged) {}

  /** The variants in the file's order; none without the key. */
  static List<Variant> of(Place top, Fields fields) {
    Optional<Place> list = fields.optional(KEY);
    if (list.isEmpty()) return List.of();
    Set<String> names = new HashSet<>();
    return list.get().items("a list of variants, each with its name and what differs").stream()
        .map(item -> variant(top, item, names))
        .toList();
  }

  /** Keys that a variant may have. */
  static List<String> keys() {
    return Stream.concat(
            Stream.of("name"), ScenarioReader.KEYS.stream().filter(k -> !OF_THE_FILE.contains(k)))
        .toList();
  }

  private static Variant variant(Place top, Place item, Set<String> names) {
    Fields own = Fields.of(item, keys());
    Place named = own.at("name");
    String name = named.text("a name");
    if (!NAME.matcher(name).matches()) {
      throw named.expected("a name of small letters, digits and hyphens");
    }
    if (!names.add(name)) throw named.refused("there is a variant of this name already");
    own.at("about").text("one sentence on what the variant shows");
    Node merged =
        merge(
            without((MappingNode) top.node(), OF_THE_FILE),
            without((MappingNode) item.node(), OF_THE_FILE));
    return new Variant(name, new Place(top.file(), name, merged, true));
  }

  private static Node merge(Node above, Node own) {
    if (!(above instanceof MappingNode base) || !(own instanceof MappingNode overrides)) return own;
    Set<String> overridden = new HashSet<>();
    overrides.getValue().forEach(entry -> overridden.add(key(entry)));
    List<NodeTuple> entries = new ArrayList<>();
    for (NodeTuple entry : base.getValue()) {
      if (!overridden.contains(key(entry))) entries.add(entry);
    }
    for (NodeTuple entry : overrides.getValue()) {
      if (!isNothing(entry.getValueNode())) entries.add(merged(base, entry));
    }
    return mapping(overrides, entries);
  }

  private static NodeTuple merged(MappingNode base, NodeTuple own) {
    return base.getValue().stream()
        .filter(entry -> key(entry).equals(key(own)))
        .findFirst()
        .map(
            above ->
                new NodeTuple(own.getKeyNode(), merge(above.getValueNode(), own.getValueNode())))
        .orElse(own);
  }

  private static MappingNode without(MappingNode mapping, Set<String> keys) {
    return mapping(
        mapping, mapping.getValue().stream().filter(entry -> !keys.contains(key(entry))).toList());
  }

  private static MappingNode mapping(MappingNode like, List<NodeTuple> entries) {
    return new MappingNode(
        like.getTag(), true, entries, like.getFlowStyle(), like.getStartMark(), like.getEndMark());
  }

  /** A key that is no word is refused where the mapping is read. */
  private static String key(NodeTuple entry) {
    return entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private static boolean isNothing(Node value) {
    return value.getTag().equals(Tag.NULL);
  }
}
