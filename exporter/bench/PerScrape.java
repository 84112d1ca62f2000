import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** CPU and latency of scrapes with pauses between them, the exporters and the floor in turn. */
final class PerScrape {
  private final Options options;
  private final Row row;

  /**
   * What is measured.
   *
   * @param busy whether busy processes are added
   * @param cpuGoal our CPU is to be at most one in so many of the reference's
   * @param latencyGoal the same for the latency, or 0 for none
   */
  record Row(
      String title,
      Path config,
      List<String> flags,
      boolean busy,
      Floor.Needs needs,
      double cpuGoal,
      double latencyGoal) {}

  PerScrape(Options options, Row row) {
    this.options = options;
    this.row = row;
  }

  /** One exporter's measurements. */
  private static final class Track {
    final Contender.Running running;
    final Figures cpu = new Figures();
    final Figures latency = new Figures();
    ScrapeClient.Scrape last;
    private long cpuBefore;

    Track(Contender.Running running) throws IOException {
      this.running = running;
      last = running.scrape();
    }

    /**
     * CPU counts from scrape to scrape, so that what an exporter does after its answer counts too.
     */
    void scrape(boolean counts) throws IOException {
      long cpuNow = running.cpuNanos();
      if (counts) cpu.add(cpuNow - cpuBefore);
      cpuBefore = cpuNow;
      last = running.scrape();
      if (counts) latency.add(last.latency().toNanos());
    }
  }

  /** Measures and prints; whether all goals are met. */
  boolean run() throws IOException {
    List<Contender> contenders = new ArrayList<>(List.of(options.ours()));
    options.reference().ifPresent(contenders::add);
    Map<String, Track> tracks = new LinkedHashMap<>();
    try (Crowd crowd = crowd()) {
      try {
        for (Contender contender : contenders) {
          tracks.put(contender.name(), new Track(contender.start(row.config, row.flags)));
        }
        return measure(tracks);
      } finally {
        for (Track track : tracks.values()) track.running.close();
      }
    }
  }

  private Crowd crowd() throws IOException {
    Crowd crowd = new Crowd();
    if (!row.busy) return crowd.idle(options.processes());
    int single = options.processes() * 15 / 100;
    int multi = options.processes() * 5 / 100;
    return crowd.idle(options.processes() - single - multi).busy(single, 1).busy(multi, 7);
  }

  private boolean measure(Map<String, Track> tracks) throws IOException {
    for (int i = 0; i < options.warmup(); i++) {
      for (Track track : tracks.values()) track.scrape(false);
    }
    Figures kept = new Figures();
    Figures opened = new Figures();
    HostLoad before;
    try (Floor floor = new Floor(row.needs)) {
      floor.keep();
      for (int i = 0; i < options.warmup(); i++) {
        floor.keptDescriptors();
        floor.openReadClose();
      }
      long ownBefore = Libc.processCpuNanos(ProcessHandle.current().pid());
      before = HostLoad.now();
      long slot = options.gapMillis() * 1_000_000L / (tracks.size() + 2);
      long next = System.nanoTime();
      // The first round only sets the readings that the second one is compared with.
      for (int round = 0; round <= options.rounds(); round++) {
        for (Track track : tracks.values()) {
          next = pause(next, slot);
          track.scrape(round > 0);
        }
        next = pause(next, slot);
        kept.add(floor.keptDescriptors());
        next = pause(next, slot);
        opened.add(floor.openReadClose());
      }
      long own = Libc.processCpuNanos(ProcessHandle.current().pid()) - ownBefore;
      for (Track track : tracks.values()) own += track.cpu.sumNanos();
      return print(tracks, kept, opened, HostLoad.now().quietness(before, own));
    }
  }

  private static long pause(long from, long nanos) {
    long until = from + nanos;
    for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    return until;
  }

  private boolean print(Map<String, Track> tracks, Figures kept, Figures opened, String host)
      throws IOException {
    System.out.printf("%n%s%n", row.title);
    System.out.printf(
        "%d scrapes of each, %d ms apart, after %d back to back%n",
        options.rounds(), options.gapMillis(), options.warmup());
    System.out.printf(
        "%-34s %9s %9s %9s %12s %9s %8s %9s%n",
        "", "CPU ms", "mean", "p90", "latency ms", "p90", "series", "processes");
    for (Map.Entry<String, Track> entry : tracks.entrySet()) {
      Track track = entry.getValue();
      Exposition exposition = Exposition.of(track.last.text());
      System.out.printf(
          "%-34s %9.2f %9.2f %9.2f %12.2f %9.2f %8d %9.0f%n",
          entry.getKey(),
          track.cpu.medianMillis(),
          track.cpu.meanMillis(),
          track.cpu.quantileMillis(0.9),
          track.latency.medianMillis(),
          track.latency.quantileMillis(0.9),
          exposition.series(),
          exposition.processes());
      if (exposition.processes() < options.processes()) {
        throw new IOException(entry.getKey() + " does not report all processes");
      }
    }
    printFloor("kernel floor, kept descriptors", kept);
    printFloor("kernel floor, open, read, close", opened);
    boolean met = tracks.size() < 2 || compare(tracks.get("ours"), tracks.get("reference"));
    System.out.println(host);
    return met;
  }

  private static void printFloor(String name, Figures floor) {
    System.out.printf(
        "%-34s %9.2f %9.2f %9.2f%n",
        name, floor.medianMillis(), floor.meanMillis(), floor.quantileMillis(0.9));
  }

  /** The mean counts as well as the median: it has the scrapes that pay for others. */
  private boolean compare(Track ours, Track reference) throws IOException {
    String missing =
        Exposition.of(reference.last.text()).missingIn(Exposition.of(ours.last.text()));
    if (!missing.isEmpty()) System.out.println("not in ours, so no fair ratio: " + missing);
    boolean median = verdict("CPU, medians", ours.cpu.medianMillis(), reference.cpu.medianMillis());
    boolean mean = verdict("CPU, means", ours.cpu.meanMillis(), reference.cpu.meanMillis());
    boolean latency = true;
    if (row.latencyGoal > 0) {
      double a = ours.latency.medianMillis();
      double b = reference.latency.medianMillis();
      System.out.println("latency, medians: " + Figures.verdict(a, b, row.latencyGoal));
      latency = b / a >= row.latencyGoal;
    }
    return missing.isEmpty() && median && mean && latency;
  }

  private boolean verdict(String what, double ours, double reference) {
    System.out.println(what + ": " + Figures.verdict(ours, reference, row.cpuGoal));
    return reference / ours >= row.cpuGoal;
  }
}
