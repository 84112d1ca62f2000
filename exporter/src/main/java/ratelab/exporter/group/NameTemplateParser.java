package ratelab.exporter.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ratelab.exporter.group.NameTemplate.Capture;
import ratelab.exporter.group.NameTemplate.Field;
import ratelab.exporter.group.NameTemplate.Literal;
import ratelab.exporter.group.NameTemplate.Part;

/** Parses the part of Go's text/template that names of groups are made of. */
final class NameTemplateParser {
  /** For messages: everything that is understood. */
  static final String SUPPORTED =
      "text with {{.Comm}}, {{.ExeBase}}, {{.ExeFull}}, {{.Username}}, {{.PID}}, {{.Matches}} and"
          + " {{.Matches.NAME}}";

  private static final Pattern ACTION =
      Pattern.compile("\\s*\\.([A-Za-z]+)(?:\\.([A-Za-z_][A-Za-z_0-9]*))?\\s*");

  private NameTemplateParser() {}

  /** Empty if the text is not one that is understood. */
  static Optional<NameTemplate> parse(String text) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
      int close = text.indexOf("}}", open);
      Optional<Part> action =
          close < 0 ? Optional.empty() : action(text.substring(open + 2, close));
      if (action.isEmpty()) return Optional.empty();
      if (open > at) parts.add(new Literal(text.substring(at, open)));
      parts.add(action.get());
      at = close + 2;
    }
    if (at < text.length()) parts.add(new Literal(text.substring(at)));
    return Optional.of(new NameTemplate(List.copyOf(parts)));
  }

  private static Optional<Part> action(String text) {
    Matcher matcher = ACTION.matcher(text);
    if (!matcher.matches()) return Optional.empty();
    Optional<Field> field = field(matcher.group(1));
    String key = matcher.group(2);
    if (key == null) return field.map(Part.class::cast);
    return field.filter(Field.MATCHES::equals).map(matches -> new Capture(key));
  }

  private static Optional<Field> field(String spelling) {
    return Arrays.stream(Field.values())
        .filter(field -> field.spelling.equals(spelling))
        .findFirst();
  }
}
