import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a scrape says, as far as a comparison of costs needs it. */
record Exposition(Set<String> names, long series, double processes) {
  private static final String PROCESSES = "namedprocess_namegroup_num_procs{";

  static Exposition of(String text) {
    Set<String> names = new TreeSet<>();
    long series = 0;
    double processes = 0;
    for (String line : text.split("\n")) {
      if (line.isEmpty() || line.startsWith("#")) continue;
      series++;
      names.add(line.split("[{ ]", 2)[0]);
      if (line.startsWith(PROCESSES)) {
        processes += Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
      }
    }
    return new Exposition(names, series, processes);
  }

  /** Names of process-exporter's contract that {@code this} has and {@code other} lacks. */
  String missingIn(Exposition other) {
    return names.stream()
        .filter(name -> name.startsWith("namedprocess_") && !other.names.contains(name))
        .collect(Collectors.joining(" "));
  }
}
