package ratelab.exporter.page;

import ratelab.exporter.rules.GroupKey;

/** A group as one line of text, for URLs: {@code java} or {@code java{user="bob"}}. */
final class GroupId {
  private static final char REPLACEMENT = '\uFFFD';

  private GroupId() {}

  /** Half a surrogate pair cannot be part of a URL and becomes the replacement character. */
  static String of(GroupKey key) {
    if (key.labels().isEmpty()) return wellFormed(key.name());
    StringBuilder id = new StringBuilder(key.name());
    char before = '{';
    for (var label : key.labels().entrySet()) {
      String value = label.getValue().replace("\\", "\\\\").replace("\"", "\\\"");
      id.append(before).append(label.getKey()).append("=\"").append(value).append('"');
      before = ',';
    }
    return wellFormed(id.append('}').toString());
  }

  private static String wellFormed(String text) {
    if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) return text;
    StringBuilder id = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point ->
                id.appendCodePoint(
                    Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point));
    return id.toString();
  }
}
