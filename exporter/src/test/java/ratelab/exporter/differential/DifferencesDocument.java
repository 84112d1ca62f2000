package ratelab.exporter.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The list of deliberate differences, as users read it. */
final class DifferencesDocument {
  private static final Path FILE = Path.of("docs/differences.md");
  private static final Pattern ENTRY = Pattern.compile("\\| `([a-z0-9-]+)` \\|.*");

  private DifferencesDocument() {}

  static Set<String> ids() throws IOException {
    return Files.readAllLines(FILE).stream()
        .map(ENTRY::matcher)
        .filter(Matcher::matches)
        .map(entry -> entry.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
