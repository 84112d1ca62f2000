import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many short-lived processes come and go; what ours holds afterwards must be what it held after the
 * first tenth of them. One exporter groups by name, one by pid with {@code -remove-empty-groups}.
 */
final class Soak {
  private static final long GAP_MILLIS = 2_000;
  private static final long HEAP_GROWTH_KILOBYTES = 1_024;

  /** $ARGV[0] processes, evenly over $ARGV[1] seconds, each living 0 to 4 seconds. */
  private static final String SPAWNER =
      """
      use Time::HiRes qw(time sleep);
      my ($n, $seconds) = @ARGV;
      $SIG{CHLD} = 'IGNORE';
      my $start = time;
      for my $i (1 .. $n) {
        my $pid = fork;
        exec 'sleep', rand 4 if defined $pid && !$pid;
        my $left = $start + $i * $seconds / $n - time;
        sleep $left if $left > 0;
      }
      1 while wait > 0;
      """;

  private static final Pattern GROUP =
      Pattern.compile("(?m)^namedprocess_namegroup_num_procs\\{groupname=\"(\\d+)\"");

  private final Options options;
  private final Set<String> seen = new HashSet<>();

  Soak(Options options) {
    this.options = options;
  }

  /** Measures and prints; whether nothing has grown. */
  boolean run() throws IOException {
    try (Contender.Running byName = options.ours().start(Config.byName(), List.of());
        Contender.Running byPid =
            options.ours().start(Config.byPid(), List.of("-remove-empty-groups"))) {
      List<Contender.Running> exporters = List.of(byName, byPid);
      spawn(exporters, 0.1);
      List<Footprint> before = footprints(exporters);
      spawn(exporters, 0.9);
      List<Footprint> after = footprints(exporters);
      System.out.printf(
          "%nSoak: %d short-lived processes in %.1f minutes; before is after a tenth of them%n",
          options.shortLived(), options.minutes());
      System.out.printf("%d pids were seen by a scrape, every %d ms%n", seen.size(), GAP_MILLIS);
      if (seen.size() < options.shortLived() / 2) {
        throw new IOException("too few of the processes were seen to say anything");
      }
      // No short cut: both are printed.
      return print("{{.Comm}}", before.get(0), after.get(0))
          & print("{{.PID}} -remove-empty-groups", before.get(1), after.get(1));
    }
  }

  private void spawn(List<Contender.Running> exporters, double share) throws IOException {
    int count = (int) (options.shortLived() * share);
    double seconds = options.minutes() * 60 * share;
    Process spawner =
        new ProcessBuilder(
                "perl",
                "-e",
                SPAWNER,
                String.valueOf(count),
                String.format(Locale.ROOT, "%.3f", seconds))
            .inheritIO()
            .start();
    try {
      while (!spawner.waitFor(GAP_MILLIS, TimeUnit.MILLISECONDS)) {
        exporters.getFirst().scrape();
        see(exporters.getLast().scrape().text());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      spawner.destroy();
    }
    if (spawner.exitValue() != 0) throw new IOException("perl could not start the processes");
  }

  private void see(String exposition) {
    Matcher groups = GROUP.matcher(exposition);
    while (groups.find()) seen.add(groups.group(1));
  }

  /** Twice: a scrape sees that processes have gone, the next one that nothing is left to do. */
  private static List<Footprint> footprints(List<Contender.Running> exporters) throws IOException {
    List<Footprint> footprints = new ArrayList<>();
    for (Contender.Running exporter : exporters) {
      exporter.scrape();
      exporter.scrape();
      footprints.add(Footprint.of(exporter.pid()));
    }
    return footprints;
  }

  private static boolean print(String name, Footprint before, Footprint after) {
    System.out.printf("%s%n  before %s%n  after  %s%n", name, before, after);
    boolean descriptors =
        after.ownDescriptors() == before.ownDescriptors() && after.staleDescriptors() == 0;
    boolean threads = after.threads() == before.threads();
    boolean heap = after.heapKilobytes() <= before.heapKilobytes() + HEAP_GROWTH_KILOBYTES;
    System.out.printf(
        "  descriptors %s, threads %s, heap at most 1 MB more: %s%n",
        descriptors ? "equal" : "DIFFER", threads ? "equal" : "DIFFER", heap ? "met" : "MISSED");
    return descriptors && threads && heap;
  }
}
