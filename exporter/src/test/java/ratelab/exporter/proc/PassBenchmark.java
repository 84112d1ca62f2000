package ratelab.exporter.proc;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import ratelab.exporter.proc.Outcome.Found;
import ratelab.exporter.proc.libc.Libc;

/**
 * Prints what one pass over all processes costs in CPU time, user and system together, with a
 * thousand sleeping ones among them. Run it by hand, with the options of the launcher:
 *
 * <pre>
 * java --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
 *   -cp target/classes:target/test-classes ratelab.exporter.proc.PassBenchmark
 * </pre>
 */
final class PassBenchmark {
  private static final int SLEEPERS = 1000;
  private static final int WARM_UP_PASSES = 500;
  private static final int PASSES = 101;
  private static final int PASSES_WITH_GAPS = 15;
  private static final Duration GAP = Duration.ofSeconds(2);

  private final CpuClock clock = new NativeCpuClock(new Libc());
  private final int self = (int) ProcessHandle.current().pid();
  private final Procfs procfs;
  private final Map<Integer, Followed> followed = new HashMap<>();
  private long changed;
  private long processes;

  /** A process and what was last seen of it. */
  private static final class Followed {
    final KeptProcess process;
    Outcome<Reading> last = new Outcome.Gone<>();

    Followed(KeptProcess process) {
      this.process = process;
    }
  }

  private PassBenchmark(Procfs procfs) {
    this.procfs = procfs;
  }

  public static void main(String[] arguments) throws Exception {
    Process sleepers =
        new ProcessBuilder(
                "bash", "-c", "for i in {1.." + SLEEPERS + "}; do sleep 300 & done; wait")
            .start();
    try (Procfs procfs = Procfs.open(Path.of("/proc"), true)) {
      while (sleepers.descendants().count() < SLEEPERS) TimeUnit.MILLISECONDS.sleep(100);
      PassBenchmark benchmark = new PassBenchmark(procfs);
      benchmark.run("first", 1, Duration.ZERO);
      benchmark.run("warming up", WARM_UP_PASSES, Duration.ZERO);
      benchmark.run("back to back", PASSES, Duration.ZERO);
      benchmark.run("every 2 s", PASSES_WITH_GAPS, GAP);
      benchmark.followed.values().forEach(one -> one.process.close());
    } finally {
      List<ProcessHandle> descendants = sleepers.descendants().toList();
      sleepers.destroyForcibly();
      descendants.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private void run(String name, int passes, Duration gap) throws Exception {
    long[] cpu = new long[passes];
    changed = 0;
    processes = 0;
    for (int i = 0; i < passes; i++) {
      TimeUnit.NANOSECONDS.sleep(gap.toNanos());
      long before = clock.nanosOrUnreadable(self);
      pass();
      cpu[i] = clock.nanosOrUnreadable(self) - before;
    }
    Arrays.sort(cpu);
    System.out.printf(
        "%-12s  median %6.2f ms  mean %6.2f ms CPU a pass;  %d processes, %.1f changed%n",
        name,
        cpu[passes / 2] / 1e6,
        Arrays.stream(cpu).average().orElse(0) / 1e6,
        processes / passes,
        (double) changed / passes);
  }

  private void pass() throws IOException {
    Listing listing = procfs.list();
    for (int i = 0; i < listing.size(); i++) {
      Followed one = followed.get(listing.pid(i));
      if (one == null) one = discover(listing.pid(i));
      if (one == null) continue;
      Outcome<Reading> now = one.process.measure();
      if (!isSame(now, one.last)) changed++;
      if (now instanceof Outcome.Gone) followed.remove(listing.pid(i));
      one.last = now;
    }
    processes += listing.size();
  }

  private @Nullable Followed discover(int pid) {
    if (!(procfs.stat(pid) instanceof Found<Stat>(Stat stat))) return null;
    Followed one = new Followed(procfs.keep(stat.id()));
    followed.put(pid, one);
    return one;
  }

  @SuppressWarnings("ReferenceEquality") // The very same instance is what is promised.
  private static boolean isSame(Outcome<Reading> one, Outcome<Reading> other) {
    return one == other;
  }
}
