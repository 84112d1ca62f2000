package ratelab.experiments.scenario;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in a scenario file that knows where it stands, so that every error names file, line, key
 * and what was expected.
 *
 * @param path keys and positions from the top, such as {@code target.sleep}; empty at the top
 * @param node the value; of a missing key the mapping that lacks it
 * @param present whether the key is there
 */
record Place(String file, String path, Node node, boolean present) {

  /** The value of a key of this mapping. */
  Place child(String key, Node value) {
    return new Place(file, pathOf(key), value, true);
  }

  /** A key that this mapping lacks. */
  Place missing(String key) {
    return new Place(file, pathOf(key), node, false);
  }

  /** The text of a scalar as it is written, numbers included. */
  String text(String expectation) {
    if (!present || !(node instanceof ScalarNode scalar) || isNull()) throw expected(expectation);
    return scalar.getValue();
  }

  /** Whether it is one word or number, and no list or mapping. */
  boolean isText() {
    return node instanceof ScalarNode && !isNull();
  }

  /** The items of a list with at least one item. */
  List<Place> items(String expectation) {
    if (!present || !(node instanceof SequenceNode list) || list.getValue().isEmpty()) {
      throw expected(expectation);
    }
    List<Place> items = new ArrayList<>();
    for (Node item : list.getValue()) {
      items.add(new Place(file, path + "[" + items.size() + "]", item, true));
    }
    return items;
  }

  /** The value is not what it has to be. */
  ScenarioException expected(String expectation) {
    return expected(expectation, "");
  }

  /**
   * The value is not what it has to be.
   *
   * @param hint follows what was found
   */
  ScenarioException expected(String expectation, String hint) {
    String found = present ? found() : "no such key";
    return refused("expected " + expectation + ", found " + found + hint);
  }

  /** The value is fine by itself, but cannot be meant; {@code reason} says why. */
  ScenarioException refused(String reason) {
    return new ScenarioException(at() + reason);
  }

  /** {@code file:line: path: }, the beginning of every message. */
  String at() {
    int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    return file + ":" + line + ": " + (path.isEmpty() ? "" : path + ": ");
  }

  private String pathOf(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private boolean isNull() {
    return node.getTag().equals(Tag.NULL);
  }

  private String found() {
    return switch (node) {
      case ScalarNode scalar -> isNull() ? "nothing" : '"' + scalar.getValue() + '"';
      case SequenceNode list -> list.getValue().isEmpty() ? "an empty list" : "a list";
      case MappingNode mapping -> "keys and values";
      default -> "something else";
    };
  }
}
