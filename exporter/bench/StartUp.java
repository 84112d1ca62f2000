import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From exec to the end of the first complete scrape, the exporters in turn. */
final class StartUp {
  private static final double GOAL = 2;
  private final Options options;

  StartUp(Options options) {
    this.options = options;
  }

  /** Measures and prints; whether the goal is met. */
  boolean run() throws IOException {
    Path config = Config.byName();
    List<Contender> contenders = new ArrayList<>(List.of(options.ours()));
    options.reference().ifPresent(contenders::add);
    List<Figures> wall = contenders.stream().map(c -> new Figures()).toList();
    List<Figures> cpu = contenders.stream().map(c -> new Figures()).toList();
    try (Crowd crowd = new Crowd().idle(options.processes())) {
      // The first start of each reads its files from the disk and does not count.
      for (int round = 0; round <= options.starts(); round++) {
        for (int i = 0; i < contenders.size(); i++) {
          try (Contender.Running running =
              contenders.get(i).start(config, List.of("-threads=false", "-gather-smaps=false"))) {
            if (round == 0) continue;
            wall.get(i).add(running.untilScrape().toNanos());
            cpu.get(i).add(running.cpuNanos());
          }
        }
      }
    }
    System.out.printf("%nStart to the end of the first scrape, no smaps, no threads%n");
    System.out.printf("%d starts of each%n", options.starts());
    System.out.printf("%-34s %9s %9s %9s%n", "", "wall ms", "p90", "CPU ms");
    for (int i = 0; i < contenders.size(); i++) {
      System.out.printf(
          "%-34s %9.0f %9.0f %9.0f%n",
          contenders.get(i).name(),
          wall.get(i).medianMillis(),
          wall.get(i).quantileMillis(0.9),
          cpu.get(i).medianMillis());
    }
    if (contenders.size() < 2) return true;
    double ours = wall.get(0).medianMillis();
    double reference = wall.get(1).medianMillis();
    System.out.println("start, medians: " + Figures.verdict(ours, reference, GOAL));
    return reference / ours >= GOAL;
  }
}
