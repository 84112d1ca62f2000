package ratelab.loadgen.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ratelab.loadgen.request.Template.Part;

/**
 * Reads templates: {@code {{sequence}}} is the request's number from 1, {@code {{random:1:6}}} a
 * number between two, {@code {{uuid}}} a random UUID, {@code {{csv:name}}} the column of a table
 * whose rows serve the requests in turn.
 */
public final class TemplateParser {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([^{}]*)}}");
  private static final Pattern RANDOM = Pattern.compile("random:(-?\\d{1,18}):(-?\\d{1,18})");
  private static final String COLUMN = "csv:";

  private final Optional<CsvTable> table;

  /**
   * Reads templates that may use a table.
   *
   * @param table for {@code {{csv:...}}}
   */
  public TemplateParser(Optional<CsvTable> table) {
    this.table = table;
  }

  /**
   * Reads one template.
   *
   * @throws IllegalArgumentException with the place that has no meaning, and what has one
   */
  public Template parse(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher place = PLACE.matcher(text);
    int from = 0;
    while (place.find()) {
      if (place.start() > from) {
        parts.add(new Template.Literal(text.substring(from, place.start())));
      }
      parts.add(part(place.group(1).strip()));
      from = place.end();
    }
    if (from < text.length() || parts.isEmpty()) {
      parts.add(new Template.Literal(text.substring(from)));
    }
    return new Template(parts);
  }

  private Part part(String name) {
    Matcher random = RANDOM.matcher(name);
    if (random.matches()) {
      return random(Long.parseLong(random.group(1)), Long.parseLong(random.group(2)));
    }
    if (name.startsWith(COLUMN)) {
      return column(name.substring(COLUMN.length()).strip());
    }
    return switch (name) {
      case "sequence" -> fill -> Long.toString(fill.number());
      case "uuid" -> fill -> fill.uuid().toString();
      default ->
          throw new IllegalArgumentException(
              "{{"
                  + name
                  + "}} has no meaning; use {{sequence}}, {{random:1:100}}, {{uuid}} or"
                  + " {{csv:COLUMN}}");
    };
  }

  private static Part random(long from, long to) {
    if (from > to) {
      throw new IllegalArgumentException(
          "{{random:" + from + ":" + to + "}}: the first number is above the second");
    }
    return fill -> Long.toString(fill.random(from, to));
  }

  private Part column(String name) {
    CsvTable rows =
        table.orElseThrow(
            () -> new IllegalArgumentException("{{csv:" + name + "}} needs a table: give --csv"));
    int column = rows.column(name);
    return fill -> rows.cell(fill.row(rows.size()), column);
  }
}
