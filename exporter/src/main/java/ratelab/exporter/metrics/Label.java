package ratelab.exporter.metrics;

import java.nio.charset.StandardCharsets;

/**
 * A label of a series, such as {@code mode="user"}, escaped once for all the times it is written.
 */
final class Label {
  private final String name;
  private final String value;
  private final byte[] text;

  Label(String name, String value) {
    this.name = name;
    this.value = value;
    this.text = (name + "=\"" + escaped(value) + "\"").getBytes(StandardCharsets.UTF_8);
  }

  String name() {
    return name;
  }

  String value() {
    return value;
  }

  /** As it stands between the braces; the caller must not change it. */
  byte[] text() {
    return text;
  }

  /** Backslash, quote and line feed, as the text format wants them. */
  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
