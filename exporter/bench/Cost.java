import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Prints what a scrape costs, beside process-exporter; {@link Options#USAGE} explains it. */
final class Cost {
  private static final List<String> LEAN = List.of("-threads=false", "-gather-smaps=false");

  private final Options options;

  private Cost(Options options) {
    this.options = options;
  }

  public static void main(String[] words) {
    if (words.length == 0 || words[0].equals("--help") || words[0].equals("-h")) {
      System.out.print(Options.USAGE);
      return;
    }
    try {
      Options options = Options.parse(words);
      if (options.reference().isEmpty()) System.out.println("no reference: ours alone, no ratios");
      System.exit(new Cost(options).run(options.command()) ? 0 : 1);
    } catch (IOException | IllegalArgumentException e) {
      System.err.println("cost: " + e.getMessage());
      System.exit(2);
    }
  }

  private boolean run(String command) throws IOException {
    return switch (command) {
      case "idle" -> idle();
      case "busy" -> busy();
      case "defaults" -> defaults();
      case "groups" -> groups();
      case "start" -> new StartUp(options).run();
      case "memory" -> new Memory(options).run();
      case "soak" -> new Soak(options).run();
      // No short cut: all of them are printed.
      case "all" ->
          idle()
              & busy()
              & defaults()
              & groups()
              & new StartUp(options).run()
              & new Memory(options).run();
      default -> throw new IllegalArgumentException(command + ": no such command; see cost --help");
    };
  }

  private boolean idle() throws IOException {
    return row("Idle processes, no smaps, no threads", Config.byName(), LEAN, false, 30, 20);
  }

  private boolean busy() throws IOException {
    return row("A fifth busy, no smaps, no threads", Config.byName(), LEAN, true, 10, 0);
  }

  private boolean defaults() throws IOException {
    return row("Idle processes, all defaults", Config.byName(), List.of(), false, 6, 0);
  }

  private boolean groups() throws IOException {
    return row("A group for each process, no smaps, no threads", Config.byPid(), LEAN, false, 8, 0);
  }

  private boolean row(
      String title,
      Path config,
      List<String> flags,
      boolean busy,
      double cpuGoal,
      double latencyGoal)
      throws IOException {
    boolean all = flags.isEmpty();
    PerScrape.Row row =
        new PerScrape.Row(
            title, config, flags, busy, Floor.Needs.of(all, all), cpuGoal, latencyGoal);
    return new PerScrape(options, row).run();
  }
}
