package ratelab.loadgen.plan;

import java.util.Optional;
import ratelab.loadgen.request.CsvTable;
import ratelab.loadgen.request.Template;
import ratelab.loadgen.request.TemplateParser;

/** Texts of the command line as templates: with --template, else as they are. */
final class Templates {
  private final boolean active;
  private final TemplateParser parser;

  private Templates(boolean active, Optional<CsvTable> table) {
    this.active = active;
    this.parser = new TemplateParser(table);
  }

  static Templates of(FlagValues flags) throws BadUsage {
    Optional<String> csv = flags.text(Flag.CSV);
    boolean active = flags.has(Flag.TEMPLATE);
    if (!active && csv.isPresent()) {
      throw BadUsage.senseless("--csv needs --template, which fills in {{csv:COLUMN}}");
    }
    return new Templates(
        active, csv.isPresent() ? Optional.of(table(csv.get())) : Optional.empty());
  }

  private static CsvTable table(String path) throws BadUsage {
    try {
      return CsvTable.parse(TextFiles.text(Flag.CSV, path));
    } catch (IllegalArgumentException e) {
      throw BadUsage.senseless("--csv " + path + ": " + e.getMessage());
    }
  }

  Template template(String text) throws BadUsage {
    if (!active) {
      return Template.literal(text);
    }
    try {
      return parser.parse(text);
    } catch (IllegalArgumentException e) {
      throw BadUsage.senseless("--template: " + e.getMessage());
    }
  }
}
