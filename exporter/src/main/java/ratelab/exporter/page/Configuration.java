package ratelab.exporter.page;

import java.util.List;
import java.util.Optional;

/**
 * What the exporter was told, for the page to say.
 *
 * @param file the configuration file
 * @param rules items that name groups; with none, nothing is tracked
 * @param flags the command line flags, as given
 */
public record Configuration(Optional<String> file, int rules, List<String> flags) {
  public Configuration {
    flags = List.copyOf(flags);
  }
}
