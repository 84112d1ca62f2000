package ratelab.experiments.scenario;

import java.util.List;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A command line in a scenario: a list of words, or one line of words without quotes. */
final class CommandWords {
  private static final String EXPECTED =
      "a command: a list of words such as [java, -jar, app.jar], or one line of them";
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private CommandWords() {}

  static List<String> read(Place place) {
    if (!(place.node() instanceof ScalarNode)) {
      return place.items(EXPECTED).stream().map(word -> oneLine(word, "a word")).toList();
    }
    String line = place.text(EXPECTED).trim();
    if (line.isEmpty()) throw place.expected(EXPECTED);
    if (line.contains("'") || line.contains("\"") || line.contains("\\")) {
      throw place.refused(
          "no shell reads the line, so quotes have no meaning; give a list of words");
    }
    return List.of(SPACE.split(line, -1));
  }

  private static String oneLine(Place place, String expectation) {
    String text = place.text(expectation);
    if (text.contains("\n")) throw place.refused("a word of a command cannot have a line break");
    return text;
  }
}
