package ratelab.experiments.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The keys of one mapping, of which none is unknown and none is given twice. */
final class Fields {
  private final Place place;
  private final Map<String, Place> values;

  private Fields(Place place, Map<String, Place> values) {
    this.place = place;
    this.values = values;
  }

  /**
   * Reads the keys of a mapping.
   *
   * @param known every key that may be there
   */
  static Fields of(Place place, List<String> known) {
    if (!place.present() || !(place.node() instanceof MappingNode mapping)) {
      throw place.expected("the keys " + String.join(", ", known));
    }
    Map<String, Place> values = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      String key = key(place, entry.getKeyNode());
      if (!known.contains(key)) throw unknown(place, entry.getKeyNode(), key, known);
      if (values.put(key, place.child(key, entry.getValueNode())) != null) {
        throw place.child(key, entry.getKeyNode()).refused("the key is given twice; remove one");
      }
    }
    return new Fields(place, values);
  }

  /** Whether a mapping has a key; says nothing of the others. */
  static boolean has(Place place, String key) {
    return place.node() instanceof MappingNode mapping
        && mapping.getValue().stream()
            .map(NodeTuple::getKeyNode)
            .anyMatch(node -> node instanceof ScalarNode name && name.getValue().equals(key));
  }

  /** The value of a key; where it is missing, a place that says so as soon as it is read. */
  Place at(String key) {
    return optional(key).orElseGet(() -> place.missing(key));
  }

  /** The value of a key that may be missing. */
  Optional<Place> optional(String key) {
    return Optional.ofNullable(values.get(key));
  }

  private static String key(Place place, Node key) {
    if (key instanceof ScalarNode scalar) return scalar.getValue();
    throw new Place(place.file(), place.path(), key, true).expected("a key");
  }

  private static ScenarioException unknown(Place place, Node at, String key, List<String> known) {
    return place
        .child(key, at)
        .refused(
            "unknown key"
                + Nearest.hint(key, known)
                + " (known here: "
                + String.join(", ", known)
                + ")");
  }
}
