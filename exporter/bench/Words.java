import java.util.HashMap;
import java.util.Map;

/** A command line of the form {@code command --name value ...}. */
final class Words {
  private final String command;
  private final Map<String, String> values = new HashMap<>();

  Words(String[] words) {
    command = words.length == 0 ? "--help" : words[0];
    for (int i = 1; i < words.length; i += 2) {
      if (!words[i].startsWith("--") || i + 1 == words.length) {
        throw new IllegalArgumentException(words[i] + ": expected --name value; see cost --help");
      }
      values.put(words[i].substring(2), words[i + 1]);
    }
  }

  String command() {
    return command;
  }

  String text(String name, String otherwise) {
    String value = values.remove(name);
    return value == null ? otherwise : value;
  }

  int number(String name, int otherwise) {
    double value = decimal(name, otherwise);
    if (value != Math.rint(value)) {
      throw new IllegalArgumentException("--" + name + ": expected a whole number, found " + value);
    }
    return (int) value;
  }

  double decimal(String name, double otherwise) {
    String value = text(name, String.valueOf(otherwise));
    try {
      double number = Double.parseDouble(value);
      if (number > 0) return number;
    } catch (NumberFormatException e) {
      // Said below, as for a number that is too small.
    }
    throw new IllegalArgumentException(
        "--" + name + ": expected a number above 0, found \"" + value + "\"");
  }

  void refuseRest() {
    if (!values.isEmpty()) {
      throw new IllegalArgumentException(
          "--" + values.keySet().iterator().next() + ": no such option; see cost --help");
    }
  }
}
