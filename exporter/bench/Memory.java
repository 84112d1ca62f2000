import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Resident memory after many scrapes, all defaults. */
final class Memory {
  private static final double GOAL = 2.7;
  private final Options options;

  /** In kB, from the kernel's own sum over the mappings. */
  private record Resident(long all, long anonymous) {
    static Resident of(long pid) throws IOException {
      List<String> lines = Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"));
      return new Resident(kilobytes(lines, "Rss:"), kilobytes(lines, "Anonymous:"));
    }

    private static long kilobytes(List<String> lines, String key) {
      String line = lines.stream().filter(l -> l.startsWith(key)).findFirst().orElseThrow();
      return Long.parseLong(line.split("\\s+")[1]);
    }
  }

  Memory(Options options) {
    this.options = options;
  }

  /** Measures and prints; whether the goal is met. */
  boolean run() throws IOException {
    try (Crowd crowd = new Crowd().idle(options.processes())) {
      System.out.printf("%nResident memory after %d scrapes, all defaults%n", options.scrapes());
      System.out.printf("%-34s %9s %14s%n", "", "MB", "anonymous MB");
      long ours = measure(options.ours());
      if (options.reference().isEmpty()) return true;
      long reference = measure(options.reference().get());
      double times = (double) ours / reference;
      System.out.printf(
          "%.2f times the reference, goal %.1f times: %s%n",
          times, GOAL, times <= GOAL ? "met" : "MISSED");
      return times <= GOAL;
    }
  }

  private long measure(Contender contender) throws IOException {
    try (Contender.Running running = contender.start(Config.byName(), List.of())) {
      for (int i = 1; i < options.scrapes(); i++) running.scrape();
      Resident resident = Resident.of(running.pid());
      System.out.printf(
          "%-34s %9.1f %14.1f%n",
          contender.name(), resident.all / 1024.0, resident.anonymous / 1024.0);
      return resident.all;
    }
  }
}
