package ratelab.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ratelab.experiments.scenario.BuiltInScenarios;
import ratelab.experiments.scenario.Scenario;

/** The README's table of the catalogue against the scenario files. */
class CatalogueInReadmeTest {
  private static final Pattern ENTRY = Pattern.compile("^\\| `([a-z-]+)` \\|");

  @Test
  void every_entry_has_its_line_with_its_number_of_runs() throws IOException {
    List<String> table =
        Files.readAllLines(Path.of("README.md")).stream()
            .dropWhile(line -> !line.startsWith("| entry |"))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .map(line -> entry(line) + ": " + runs(line))
            .toList();

    assertThat(table).containsExactlyInAnyOrderElementsOf(catalogue());
  }

  private static String entry(String line) {
    return ENTRY.matcher(line).results().map(found -> found.group(1)).collect(Collectors.joining());
  }

  private static String runs(String line) {
    return line.split(" \\| ", -1)[2];
  }

  private static List<String> catalogue() {
    return BuiltInScenarios.list().stream()
        .collect(Collectors.groupingBy(scenario -> scenario.name().split("/", 2)[0]))
        .entrySet()
        .stream()
        .map(entry -> entry.getKey() + ": " + runs(entry.getValue()))
        .toList();
  }

  private static String runs(List<Scenario> entry) {
    long variants = entry.stream().filter(scenario -> scenario.name().contains("/")).count();
    if (variants == 0) {
      return "1";
    }
    return (variants < entry.size() ? "1 and " : "") + variants + " variants";
  }
}
